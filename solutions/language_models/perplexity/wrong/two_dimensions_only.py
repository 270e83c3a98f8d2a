"""The logits are handed to cross_entropy as they are, which takes axis 1 for the classes.

把 logits 原样交给 cross_entropy，而它把第 1 维当作类别维。

caught by: test_any_number_of_dimensions
also fails: test_tensors_need_not_lie_in_memory_in_order, test_labels_are_aligned_already, test_ignored_labels_count_nothing, test_every_label_weighs_the_same, test_no_label_left_is_an_error, test_the_tensors_stay_as_they_were, test_a_stream_of_batches_is_enough, test_random_batches_agree_with_the_reference
"""

import math

import torch.nn.functional as F


def totals(logits, labels, ignore_index):
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
