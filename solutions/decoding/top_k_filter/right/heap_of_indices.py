"""heapq over the indices in plain Python; nlargest is stable."""

import heapq

import numpy as np


def top_k_filter(logits, k):
    if k < 1:
        raise ValueError(k)
    keep = set(heapq.nlargest(k, range(len(logits)), key=lambda i: logits[i]))
    return np.array([x if i in keep else float("-inf") for i, x in enumerate(logits.tolist())])
