"""In NumPy with float64, as the inverse of the geometric mean of the probabilities."""

import numpy as np


def log_probabilities(logits, labels, ignore_index):
    z = np.asarray(logits, dtype=np.float64)
    z = z.reshape(-1, z.shape[-1])
    y = np.asarray(labels).ravel()
    keep = np.flatnonzero(y != ignore_index)
    z = z[keep] - z[keep].max(axis=1, keepdims=True)
    return z[np.arange(len(keep)), y[keep]] - np.log(np.exp(z).sum(axis=1))


def perplexity(logits, labels, ignore_index=-100):
    return corpus_perplexity([(logits, labels)], ignore_index)


def corpus_perplexity(batches, ignore_index=-100):
    logs = [log_probabilities(x, y, ignore_index) for x, y in batches]
    logs = np.concatenate(logs) if logs else np.empty(0)
    if logs.size == 0:
        raise ValueError("no label left")
    return 1.0 / np.exp(logs.mean())
