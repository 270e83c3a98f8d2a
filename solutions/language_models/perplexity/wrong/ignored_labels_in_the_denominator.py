"""The sum leaves the ignored labels out, the number does not.

总和里排除了被忽略的标签，个数里却没有。

caught by: test_ignored_labels_count_nothing
also fails: test_a_batch_without_labels_adds_nothing,
test_a_corpus_without_labels_has_no_perplexity,
test_a_stream_of_batches_is_enough, test_every_label_weighs_the_same,
test_ignore_index_is_the_one_given, test_padding_gives_a_batch_no_weight
"""

import math

import torch.nn.functional as F


def totals(logits, labels, ignore_index):
    logits, labels = logits.reshape(-1, logits.shape[-1]), labels.reshape(-1)
    losses = F.cross_entropy(logits, labels, ignore_index=ignore_index, reduction="none")
    return losses.sum().item(), labels.numel()


def perplexity(logits, labels, ignore_index=-100):
    total, count = totals(logits, labels, ignore_index)
    if count == 0 or (labels == ignore_index).all():
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
