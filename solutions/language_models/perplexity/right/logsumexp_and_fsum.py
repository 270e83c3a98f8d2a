"""Log-sum-exp minus the label's logit, label by label, exactly summed; recursion over the leading dimensions."""

import math

import torch


def losses(logits, labels, ignore_index):
    if labels.dim() == 0:
        label = int(labels)
        if label != ignore_index:
            yield float(torch.logsumexp(logits, 0) - logits[label])
        return
    for row, label in zip(logits, labels):
        yield from losses(row, label, ignore_index)


def exp_of_mean(values):
    values = list(values)
    if not values:
        raise ValueError("no label left")
    return math.exp(math.fsum(values) / len(values))


def perplexity(logits, labels, ignore_index=-100):
    return exp_of_mean(losses(logits, labels, ignore_index))


def corpus_perplexity(batches, ignore_index=-100):
    return exp_of_mean(loss for logits, labels in batches for loss in losses(logits, labels, ignore_index))
