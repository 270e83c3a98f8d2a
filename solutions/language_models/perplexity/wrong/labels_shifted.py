"""The labels are shifted by one, as inside a causal model, though they are aligned already.

像因果模型内部那样把标签错开一位，可它们本来就对齐了。

caught by: test_labels_are_aligned_already
also fails: test_a_loss_of_a_thousand_is_an_ordinary_loss,
test_a_stream_of_batches_is_enough, test_any_number_of_dimensions,
test_every_label_weighs_the_same, test_ignore_index_is_the_one_given,
test_ignored_labels_count_nothing, test_logits_go_through_softmax_once,
test_padding_gives_a_batch_no_weight,
test_tensors_need_not_lie_in_memory_in_order, test_the_corpus_of_the_example,
test_the_mean_comes_before_the_exponential
"""

import math

import torch.nn.functional as F


def totals(logits, labels, ignore_index):
    logits, labels = logits.reshape(-1, logits.shape[-1]), labels.reshape(-1)
    if labels.numel() > 1:
        logits, labels = logits[:-1], labels[1:]
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
