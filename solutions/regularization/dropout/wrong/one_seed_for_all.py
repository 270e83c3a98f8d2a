"""Always uses the same seed.

总用同一个种子。

caught by: test_the_seed_decides
also fails: test_the_number_of_dropped_entries_varies
"""

import numpy as np


def dropout(x, p, training, seed):
    if not 0 <= p < 1:
        raise ValueError("p")
    if not training:
        return x, np.ones(x.shape, dtype=bool)
    mask = np.random.default_rng(0).random(x.shape) >= p
    return x * mask / (1 - p), mask


def dropout_backward(dy, mask, p):
    if not 0 <= p < 1:
        raise ValueError("p")
    return dy * mask / (1 - p)
