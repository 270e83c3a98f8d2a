"""numpy's legacy RandomState and choice; np.where; in the dtype of x."""

import numpy as np


def scaled(a, mask, p):
    if not 0.0 <= p < 1.0:
        raise ValueError("no dropout with this p")
    return np.where(mask, a / a.dtype.type(1 - p), a.dtype.type(0))


def dropout(x, p, training, seed):
    if not training:
        mask = np.ones(x.shape, bool)
        scaled(x, mask, p)
        return x, mask
    if not 0.0 <= p < 1.0:
        raise ValueError("no dropout with this p")
    mask = np.random.RandomState(seed).choice([False, True], size=x.shape, p=[p, 1 - p])
    return scaled(x, mask, p), mask


def dropout_backward(dy, mask, p):
    return scaled(dy, mask, p)
