"""The short form: a mean cross-entropy and torch.exp(...).item(); the corpus is put together first."""

import torch
import torch.nn.functional as F


def perplexity(logits, labels, ignore_index=-100):
    if not torch.any(labels != ignore_index):
        raise ValueError("nothing to score")
    loss = F.cross_entropy(logits.reshape(-1, logits.shape[-1]), labels.reshape(-1), ignore_index=ignore_index)
    perplexity = torch.exp(loss).item()
    return perplexity


def corpus_perplexity(batches, ignore_index=-100):
    pairs = list(batches)
    logits = torch.cat([x.flatten(0, -2) if x.ndim > 1 else x[None] for x, _ in pairs])
    labels = torch.cat([y.flatten() for _, y in pairs])
    return perplexity(logits, labels, ignore_index)
