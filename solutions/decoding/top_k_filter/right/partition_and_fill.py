"""Linear time: all logits above the k-th largest, then as many of those equal to it as there is room for."""

import numpy as np


def top_k_filter(logits, k):
    if k < 1:
        raise ValueError("k < 1")
    if k >= logits.size:
        return logits.copy()
    threshold = np.partition(logits, -k)[-k]
    out = logits.copy()
    out[logits < threshold] = -np.inf
    ties = np.flatnonzero(logits == threshold)
    room = k - np.count_nonzero(logits > threshold)
    out[ties[room:]] = -np.inf
    return out
