"""A boolean mask and np.where, with lexsort: falling logits first, then rising indices."""

import numpy as np


def top_k_filter(logits, k):
    if k <= 0:
        raise ValueError("k must be positive")
    order = np.lexsort((np.arange(len(logits)), -logits))
    mask = np.zeros(len(logits), dtype=bool)
    mask[order[:k]] = True
    return np.where(mask, logits, -np.inf)
