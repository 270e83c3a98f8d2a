"""A count of 0 is raised to 1 against division by zero: no labels look like a perfect model.

为避免除零把个数 0 改成 1：没有标签看起来就像完美的模型。

caught by: test_no_label_left_is_an_error
also fails: test_a_corpus_without_labels_has_no_perplexity
"""

import math

import torch.nn.functional as F


def totals(logits, labels, ignore_index):
    logits, labels = logits.reshape(-1, logits.shape[-1]), labels.reshape(-1)
    losses = F.cross_entropy(logits, labels, ignore_index=ignore_index, reduction="none")
    return losses.sum().item(), (labels != ignore_index).sum().item()


def perplexity(logits, labels, ignore_index=-100):
    total, count = totals(logits, labels, ignore_index)
    return math.exp(total / max(count, 1))


def corpus_perplexity(batches, ignore_index=-100):
    total, count = 0.0, 0
    for logits, labels in batches:
        loss, n = totals(logits, labels, ignore_index)
        total += loss
        count += n
    return math.exp(total / max(count, 1))
