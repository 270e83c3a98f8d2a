"""Subtracts the maximum of the whole array instead of that of each slice.

减去的是整个数组的最大值，而不是每个切片的最大值。

caught by: test_slices_of_different_size_do_not_disturb_each_other
"""

import numpy as np


def log_softmax(x, axis=-1):
    x = np.asarray(x, dtype=float)
    s = x - x.max()
    return s - np.log(np.exp(s).sum(axis=axis, keepdims=True))
