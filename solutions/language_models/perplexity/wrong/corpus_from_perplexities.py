"""A batch's loss is recovered as the logarithm of its perplexity, which may be infinite.

用困惑度的对数还原一批的损失，而那个困惑度可能是无穷大。

caught by: test_a_loss_of_a_thousand_is_an_ordinary_loss
"""

import torch
import torch.nn.functional as F


def perplexity(logits, labels, ignore_index=-100):
    logits, labels = logits.reshape(-1, logits.shape[-1]), labels.reshape(-1)
    if (labels == ignore_index).all():
        raise ValueError("no labels")
    return torch.exp(F.cross_entropy(logits, labels, ignore_index=ignore_index))


def corpus_perplexity(batches, ignore_index=-100):
    total, count = 0.0, 0
    for logits, labels in batches:
        n = int((labels != ignore_index).sum())
        if n:
            total += perplexity(logits, labels, ignore_index).log() * n
            count += n
    if count == 0:
        raise ValueError("no labels")
    return torch.exp(total / count).item()
