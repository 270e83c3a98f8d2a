"""Ignores `axis` and normalises along the last axis.

忽略 `axis`，总是沿最后一个轴归一化。

caught by: test_any_axis_can_be_normalised
also fails: test_axis_is_a_keyword_too
"""

import numpy as np


def log_softmax(x, axis=-1):
    x = np.asarray(x, dtype=float)
    s = x - x.max(axis=-1, keepdims=True)
    return s - np.log(np.exp(s).sum(axis=-1, keepdims=True))
