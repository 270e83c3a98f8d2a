"""Drops exactly the share p.

恰好丢弃比例为 p 的元素。

caught by: test_the_number_of_dropped_entries_varies
"""

import numpy as np


def dropout(x, p, training, seed):
    if not 0 <= p < 1:
        raise ValueError("p")
    if not training:
        return x, np.ones(x.shape, dtype=bool)
    mask = np.random.default_rng(seed).permutation(x.size).reshape(x.shape) >= round(p * x.size)
    return x * mask / (1 - p), mask


def dropout_backward(dy, mask, p):
    if not 0 <= p < 1:
        raise ValueError("p")
    return dy * mask / (1 - p)
