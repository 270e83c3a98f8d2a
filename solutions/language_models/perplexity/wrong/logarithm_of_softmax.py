"""Softmax first, then its logarithm: a probability too small for a float32 gives infinity.

先 softmax 再取对数：float32 表示不了的小概率变成无穷大。

caught by: test_a_loss_of_a_thousand_is_an_ordinary_loss
also fails: test_a_loss_of_a_thousand_is_an_ordinary_loss
"""

import math

import torch
import torch.nn.functional as F


def totals(logits, labels, ignore_index):
    logits, labels = logits.reshape(-1, logits.shape[-1]), labels.reshape(-1)
    log_p = torch.log(torch.softmax(logits, dim=-1))
    losses = F.nll_loss(log_p, labels, ignore_index=ignore_index, reduction="none")
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
