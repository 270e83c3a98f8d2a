"""The logits go through softmax before cross_entropy, which applies it again.

先对 logits 做 softmax，再交给又做一次 softmax 的 cross_entropy。

caught by: test_logits_go_through_softmax_once
also fails: test_a_batch_without_labels_adds_nothing,
test_a_loss_of_a_thousand_is_an_ordinary_loss,
test_a_stream_of_batches_is_enough, test_any_number_of_dimensions,
test_every_label_weighs_the_same, test_ignore_index_is_the_one_given,
test_ignored_labels_count_nothing, test_labels_are_aligned_already,
test_padding_gives_a_batch_no_weight,
test_tensors_need_not_lie_in_memory_in_order, test_the_corpus_of_the_example,
test_the_mean_comes_before_the_exponential
"""

import math

import torch
import torch.nn.functional as F


def totals(logits, labels, ignore_index):
    logits, labels = logits.reshape(-1, logits.shape[-1]), labels.reshape(-1)
    losses = F.cross_entropy(torch.softmax(logits, dim=-1), labels, ignore_index=ignore_index, reduction="none")
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
