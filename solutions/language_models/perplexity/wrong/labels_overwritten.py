"""The ignored labels are overwritten in place so that they can be used as indices.

为了能当下标用，就地改写了被忽略的标签。

caught by: test_the_tensors_stay_as_they_were
"""

import math

import torch.nn.functional as F


def totals(logits, labels, ignore_index):
    logits, labels = logits.reshape(-1, logits.shape[-1]), labels.reshape(-1)
    mask = labels != ignore_index
    labels[~mask] = 0
    losses = F.cross_entropy(logits, labels, reduction="none")
    return losses[mask].sum().item(), mask.sum().item()


def perplexity(logits, labels, ignore_index=-100):
    total, count = totals(logits, labels, ignore_index)
    if count == 0:
        raise ValueError("no label left")
    return math.exp(total / count)


def corpus_perplexity(batches, ignore_index=-100):
    total, count = 0.0, 0
    for logits, labels in batches:
        loss, n = totals(logits, labels, ignore_index)
        total += loss
        count += n
    if count == 0:
        raise ValueError("no label left")
    return math.exp(total / count)
