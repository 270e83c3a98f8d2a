"""The mean loss is capped at 20, so that the exponential stays handsome.

平均损失封顶为 20，好让指数看起来不那么大。

caught by: test_a_loss_of_a_thousand_is_an_ordinary_loss
"""

import math

import torch.nn.functional as F


def perplexity(logits, labels, ignore_index=-100):
    return corpus_perplexity([(logits, labels)], ignore_index)


def corpus_perplexity(batches, ignore_index=-100):
    total, count = 0.0, 0
    for logits, labels in batches:
        logits, labels = logits.reshape(-1, logits.shape[-1]), labels.reshape(-1)
        total += F.cross_entropy(logits, labels, ignore_index=ignore_index, reduction="sum").item()
        count += (labels != ignore_index).sum().item()
    if count == 0:
        raise ValueError("no labels")
    return math.exp(min(total / count, 20.0))
