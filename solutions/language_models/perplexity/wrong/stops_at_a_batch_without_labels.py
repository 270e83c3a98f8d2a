"""Each batch goes through perplexity, which raises for the one without labels.

每批都调用 perplexity，遇到没有标签的一批就抛异常。

caught by: test_a_batch_without_labels_is_no_error
also fails: test_a_loss_of_a_thousand_is_an_ordinary_loss, test_a_batch_without_labels_adds_nothing
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
    total, count = 0.0, 0
    for logits, labels in batches:
        n = (labels != ignore_index).sum().item()
        total += math.log(perplexity(logits, labels, ignore_index)) * n
        count += n
    if count == 0:
        raise ValueError("no label left")
    return math.exp(total / count)
