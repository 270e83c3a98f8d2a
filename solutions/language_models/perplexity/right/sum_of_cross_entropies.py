"""F.cross_entropy with a sum, divided by a count, the corpus by running totals."""

import math

import torch.nn.functional as F


def totals(logits, labels, ignore_index):
    flat_logits = logits.reshape(-1, logits.size(-1))
    flat_labels = labels.reshape(-1)
    loss = F.cross_entropy(flat_logits, flat_labels, ignore_index=ignore_index, reduction="sum")
    return loss.item(), int((flat_labels != ignore_index).sum())


def perplexity(logits, labels, ignore_index=-100):
    loss, n = totals(logits, labels, ignore_index)
    if n == 0:
        raise ValueError("every label is ignored")
    return math.exp(loss / n)


def corpus_perplexity(batches, ignore_index=-100):
    loss = n = 0
    for logits, labels in batches:
        batch_loss, batch_n = totals(logits, labels, ignore_index)
        loss += batch_loss
        n += batch_n
    if not n:
        raise ValueError("no labels in the corpus")
    return math.exp(loss / n)
