"""A batch is weighed by all its labels, those that are ignored, too.

用一批的全部标签数加权，被忽略的也算在内。

caught by: test_padding_gives_a_batch_no_weight
also fails: test_a_stream_of_batches_is_enough
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
    total, weight = 0.0, 0
    for logits, labels in batches:
        loss, n = totals(logits, labels, ignore_index)
        if n:
            total += loss / n * labels.numel()
            weight += labels.numel()
    if weight == 0:
        raise ValueError("no label left")
    return math.exp(total / weight)
