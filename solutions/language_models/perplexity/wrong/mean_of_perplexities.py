"""The perplexities of the batches are averaged.

对各批的困惑度取平均。

caught by: test_a_corpus_of_equal_batches
also fails: test_a_loss_of_a_thousand_is_an_ordinary_loss, test_the_corpus_of_the_example, test_a_batch_that_comes_twice_counts_twice, test_padding_gives_a_batch_no_weight, test_a_corpus_passes_ignore_index_on, test_a_stream_of_batches_is_enough, test_random_batches_agree_with_the_reference
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
    values = []
    for logits, labels in batches:
        if (labels != ignore_index).any():
            values.append(perplexity(logits, labels, ignore_index))
    if not values:
        raise ValueError("no label left")
    return sum(values) / len(values)
