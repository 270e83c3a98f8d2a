"""The labels are counted in a first pass, after which a generator has nothing left.

先遍历一遍数标签，之后生成器就空了。

caught by: test_a_stream_of_batches_is_enough
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
    count = sum((labels != ignore_index).sum().item() for _, labels in batches)
    if count == 0:
        raise ValueError("no label left")
    return math.exp(sum(totals(logits, labels, ignore_index)[0] for logits, labels in batches) / count)
