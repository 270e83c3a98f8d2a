"""The mean loss of a batch without labels is nan, and 0 times nan is nan.

没有标签的一批平均损失是 nan，而 0 乘 nan 还是 nan。

caught by: test_a_batch_without_labels_adds_nothing
"""

import math

import torch.nn.functional as F


def totals(logits, labels, ignore_index):
    logits, labels = logits.reshape(-1, logits.shape[-1]), labels.reshape(-1)
    losses = F.cross_entropy(logits, labels, ignore_index=ignore_index, reduction="none")
    return losses.sum().item(), (labels != ignore_index).sum().item()


def perplexity(logits, labels, ignore_index=-100):
    total, count = totals(logits, labels, ignore_index)
    if count == 0:
        raise ValueError("no label left")
    return math.exp(total / count)


def corpus_perplexity(batches, ignore_index=-100):
    total, count = 0.0, 0
    for logits, labels in batches:
        flat = logits.reshape(-1, logits.shape[-1])
        n = (labels != ignore_index).sum().item()
        total += F.cross_entropy(flat, labels.reshape(-1), ignore_index=ignore_index).item() * n
        count += n
    if count == 0:
        raise ValueError("no label left")
    return math.exp(total / count)
