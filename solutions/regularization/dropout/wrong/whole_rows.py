"""Drops whole rows.

整行丢弃。

caught by: test_entries_are_dropped_independently
also fails: test_the_share_of_dropped_entries_is_p
"""

import numpy as np


def dropout(x, p, training, seed):
    if not 0 <= p < 1:
        raise ValueError("p")
    if not training:
        return x, np.ones(x.shape, dtype=bool)
    mask = np.broadcast_to((np.random.default_rng(seed).random(x.shape[:1]) >= p).reshape(-1, *[1] * (x.ndim - 1)), x.shape).copy()
    return x * mask / (1 - p), mask


def dropout_backward(dy, mask, p):
    if not 0 <= p < 1:
        raise ValueError("p")
    return dy * mask / (1 - p)
