"""Reads the mask off the output, so zeros count as dropped.

由输出反推掩码，值为 0 的元素也被当成丢弃。

caught by: test_the_share_of_dropped_entries_is_p
also fails: test_p_of_0_keeps_everything
"""

import numpy as np


def dropout(x, p, training, seed):
    if not 0 <= p < 1:
        raise ValueError("p")
    if not training:
        return x, np.ones(x.shape, dtype=bool)
    mask = np.random.default_rng(seed).random(x.shape) >= p
    y = x * mask / (1 - p)
    return y, y != 0


def dropout_backward(dy, mask, p):
    if not 0 <= p < 1:
        raise ValueError("p")
    return dy * mask / (1 - p)
