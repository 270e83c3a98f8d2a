"""Checks p in training only.

只在训练时检查 p。

caught by: test_p_is_checked_in_evaluation_too
"""

import numpy as np


def dropout(x, p, training, seed):
    if training and not 0 <= p < 1:
        raise ValueError("p")
    if not training:
        return x, np.ones(x.shape, dtype=bool)
    mask = np.random.default_rng(seed).random(x.shape) >= p
    return x * mask / (1 - p), mask


def dropout_backward(dy, mask, p):
    if not 0 <= p < 1:
        raise ValueError("p")
    return dy * mask / (1 - p)
