"""Draws the mask with binomial and multiplies."""

import numpy as np


def dropout(x, p, training, seed):
    if p < 0 or p >= 1:
        raise ValueError("p must be in [0, 1)")
    keep = 1.0 - p
    if training:
        mask = np.random.default_rng(seed).binomial(1, keep, size=x.shape).astype(bool)
        return x * (mask / keep), mask
    return x.copy(), np.full_like(x, True, dtype=bool)


def dropout_backward(dy, mask, p):
    if p < 0 or p >= 1:
        raise ValueError("p must be in [0, 1)")
    return dy * (mask / (1.0 - p))
