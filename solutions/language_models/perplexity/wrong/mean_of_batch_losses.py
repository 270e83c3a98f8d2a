"""The mean losses of the batches are averaged, whatever their sizes.

不管批的大小，对各批的平均损失再取平均。

caught by: test_the_corpus_of_the_example
also fails: test_a_loss_of_a_thousand_is_an_ordinary_loss,
test_a_stream_of_batches_is_enough, test_padding_gives_a_batch_no_weight
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
    losses = []
    for logits, labels in batches:
        total, count = totals(logits, labels, ignore_index)
        if count:
            losses.append(total / count)
    if not losses:
        raise ValueError("no label left")
    return math.exp(sum(losses) / len(losses))
