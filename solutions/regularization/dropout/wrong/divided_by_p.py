"""Divides by p.

除以了 p。

caught by: test_kept_entries_are_divided_by_1_minus_p
also fails: test_entries_are_dropped_independently,
test_p_of_0_keeps_everything, test_the_number_of_dropped_entries_varies,
test_the_share_of_dropped_entries_is_p
"""

import numpy as np


def dropout(x, p, training, seed):
    if not 0 <= p < 1:
        raise ValueError("p")
    if not training:
        return x, np.ones(x.shape, dtype=bool)
    mask = np.random.default_rng(seed).random(x.shape) >= p
    return x * mask / max(p, 1e-300), mask


def dropout_backward(dy, mask, p):
    if not 0 <= p < 1:
        raise ValueError("p")
    return dy * mask / (1 - p)
