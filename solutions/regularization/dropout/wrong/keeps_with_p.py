"""Takes p for the probability to keep.

把 p 当成了保留的概率。

caught by: test_the_share_of_dropped_entries_is_p
also fails: test_entries_are_dropped_independently,
test_p_of_0_keeps_everything
"""

import numpy as np


def dropout(x, p, training, seed):
    if not 0 <= p < 1:
        raise ValueError("p")
    if not training:
        return x, np.ones(x.shape, dtype=bool)
    mask = np.random.default_rng(seed).random(x.shape) < p
    return x * mask / (1 - p), mask


def dropout_backward(dy, mask, p):
    if not 0 <= p < 1:
        raise ValueError("p")
    return dy * mask / (1 - p)
