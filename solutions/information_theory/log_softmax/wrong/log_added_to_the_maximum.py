"""Subtracts log-sum-exp in one piece: beside a huge maximum the logarithm of the sum is lost.

一次性减去 log-sum-exp：最大值很大时，和的对数被舍入掉。

caught by: test_huge_equal_entries_still_share
"""

import numpy as np


def log_softmax(x, axis=-1):
    x = np.asarray(x, dtype=float)
    m = x.max(axis=axis, keepdims=True)
    return x - (m + np.log(np.exp(x - m).sum(axis=axis, keepdims=True)))
