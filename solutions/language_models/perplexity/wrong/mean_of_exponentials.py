"""The exponential is taken of each loss and then averaged.

先对每个损失取指数，再求平均。

caught by: test_the_mean_comes_before_the_exponential
also fails: test_a_loss_of_a_thousand_is_an_ordinary_loss,
test_any_number_of_dimensions, test_every_label_weighs_the_same,
test_ignored_labels_count_nothing, test_logits_go_through_softmax_once,
test_tensors_need_not_lie_in_memory_in_order
"""

import math

import torch.nn.functional as F


def totals(logits, labels, ignore_index):
    logits, labels = logits.reshape(-1, logits.shape[-1]), labels.reshape(-1)
    losses = F.cross_entropy(logits, labels, ignore_index=ignore_index, reduction="none")
    return losses.sum().item(), (labels != ignore_index).sum().item()


def perplexity(logits, labels, ignore_index=-100):
    logits, labels = logits.reshape(-1, logits.shape[-1]), labels.reshape(-1)
    kept = labels != ignore_index
    if not kept.any():
        raise ValueError("no label left")
    return F.cross_entropy(logits[kept], labels[kept], reduction="none").exp().mean().item()


def corpus_perplexity(batches, ignore_index=-100):
    total, count = 0.0, 0
    for logits, labels in batches:
        loss, n = totals(logits, labels, ignore_index)
        total += loss
        count += n
    if count == 0:
        raise ValueError("no label left")
    return math.exp(total / count)
