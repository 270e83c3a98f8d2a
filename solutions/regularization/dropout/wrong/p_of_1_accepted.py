"""Accepts p = 1.

接受 p = 1。

caught by: test_an_impossible_p_raises_value_error
also fails: test_p_is_checked_in_evaluation_too
"""

import numpy as np


def dropout(x, p, training, seed):
    if not 0 <= p <= 1:
        raise ValueError("p")
    if not training:
        return x, np.ones(x.shape, dtype=bool)
    mask = np.random.default_rng(seed).random(x.shape) >= p
    return x * mask / max(1 - p, 1e-12), mask


def dropout_backward(dy, mask, p):
    if not 0 <= p <= 1:
        raise ValueError("p")
    return dy * mask / max(1 - p, 1e-12)
