"""Three dimensions are brought to (B, V, T) by reshape, which mixes the rows up, instead of transposing.

用 reshape 而不是转置把三维变成 (B, V, T)，各行的数就乱了。

caught by: test_any_number_of_dimensions
also fails: test_a_stream_of_batches_is_enough,
test_every_label_weighs_the_same, test_labels_are_aligned_already,
test_tensors_need_not_lie_in_memory_in_order
"""

import math

import torch.nn.functional as F


def totals(logits, labels, ignore_index):
    if logits.ndim > 2:
        labels = labels.flatten(1)
        logits = logits.reshape(len(logits), logits.shape[-1], -1)
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
        loss, n = totals(logits, labels, ignore_index)
        total += loss
        count += n
    if count == 0:
        raise ValueError("no label left")
    return math.exp(total / count)
