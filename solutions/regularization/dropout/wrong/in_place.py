"""Sets entries of the caller's array to 0.

把调用者数组中的元素置零。

caught by: test_kept_entries_are_divided_by_1_minus_p
"""

import numpy as np


def dropout(x, p, training, seed):
    if not 0 <= p < 1:
        raise ValueError("p")
    if not training:
        return x, np.ones(x.shape, dtype=bool)
    mask = np.random.default_rng(seed).random(x.shape) >= p
    x[~mask] = 0.0
    return x / (1 - p), mask


def dropout_backward(dy, mask, p):
    if not 0 <= p < 1:
        raise ValueError("p")
    return dy * mask / (1 - p)
