"""Each sentence is averaged first, so that a label in a short one weighs more.

先对每个句子取平均，于是短句里的标签权重更大。

caught by: test_every_label_weighs_the_same
"""

import math

import torch.nn.functional as F


def totals(logits, labels, ignore_index):
    logits, labels = logits.reshape(-1, logits.shape[-1]), labels.reshape(-1)
    losses = F.cross_entropy(logits, labels, ignore_index=ignore_index, reduction="none")
    return losses.sum().item(), (labels != ignore_index).sum().item()


def perplexity(logits, labels, ignore_index=-100):
    if labels.ndim < 2:
        logits, labels = logits.reshape(1, -1, logits.shape[-1]), labels.reshape(1, -1)
    means = []
    for sentence, wanted in zip(logits, labels):
        total, count = totals(sentence, wanted, ignore_index)
        if count:
            means.append(total / count)
    if not means:
        raise ValueError("no label left")
    return math.exp(sum(means) / len(means))


def corpus_perplexity(batches, ignore_index=-100):
    total, count = 0.0, 0
    for logits, labels in batches:
        loss, n = totals(logits, labels, ignore_index)
        total += loss
        count += n
    if count == 0:
        raise ValueError("no label left")
    return math.exp(total / count)
