"""Everything negative is ignored, instead of the number given.

忽略所有负数标签，而不是给定的那个数。

caught by: test_a_valid_label_can_be_ignored
also fails: test_ignore_index_is_the_one_given, test_no_label_left_is_an_error, test_a_corpus_passes_ignore_index_on, test_random_batches_agree_with_the_reference
"""

import math

import torch.nn.functional as F


def totals(logits, labels, ignore_index):
    logits, labels = logits.reshape(-1, logits.shape[-1]), labels.reshape(-1)
    logits, labels = logits[labels >= 0], labels[labels >= 0]
    losses = F.cross_entropy(logits, labels, reduction="none")
    return losses.sum().item(), labels.numel()


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
