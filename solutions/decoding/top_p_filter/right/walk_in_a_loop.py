"""A loop over the tokens in falling order that stops when the sum reaches p."""

import math

import numpy as np


def top_p_filter(logits, p):
    if p <= 0 or p > 1:
        raise ValueError("p out of range")
    top = max(logits)
    weights = [math.exp(x - top) for x in logits]
    total = sum(weights)
    out = np.full(len(logits), -np.inf)
    reached = 0.0
    for i in sorted(range(len(logits)), key=lambda i: -logits[i]):
        out[i] = logits[i]
        reached += weights[i] / total
        if reached >= p:
            break
    return out
