"""The subsequence by bit operations on one large integer; a class for the scores; NumPy floats."""

from collections import Counter

import numpy as np


class Score:
    def __init__(self, matches, sizes):
        self.values = [np.float64(matches) / s if s else np.float64(0) for s in sizes]

    def all(self):
        p, r = self.values
        return p, r, (2 * p * r / (p + r) if p + r > 0 else np.float64(0))


def rouge_n(reference, candidate, n):
    if n < 1:
        raise ValueError("n must be at least 1")
    c, r = (Counter(zip(*(t[i:] for i in range(n)))) for t in (candidate, reference))
    return Score((c & r).total(), (c.total(), r.total())).all()


def rouge_l(reference, candidate):
    masks = {}
    for i, token in enumerate(reference):
        masks[token] = masks.get(token, 0) | 1 << i
    full = (1 << len(reference)) - 1
    state = full
    for token in candidate:
        u = state & masks.get(token, 0)
        state = ((state + u) | (state - u)) & full
    return Score(len(reference) - state.bit_count(), (len(candidate), len(reference))).all()
