"""Fancy indexing with np.unique and np.where; the whole softmax for min-p."""

import numpy as np


def repetition_penalty(logits, previous, penalty):
    if penalty <= 0:
        raise ValueError("penalty")
    out = np.array(logits)
    ids = np.unique(np.asarray(previous, dtype=int))
    out[ids] = np.where(out[ids] < 0, out[ids] * penalty, out[ids] / penalty)
    return out


def min_p_filter(logits, min_p):
    if min_p < 0 or min_p > 1:
        raise ValueError("min_p")
    e = np.exp(logits - logits.max())
    probs = e / e.sum()
    out = logits.copy()
    out[probs < min_p * probs.max()] = -np.inf
    return out
