"""Drops the axis: a square matrix is normalised along the wrong one, other shapes fail.

没有保留该轴：方阵会沿错误的轴归一化，其他形状直接报错。

caught by: test_without_an_axis_the_last_one_is_normalised
also fails: test_any_axis_can_be_normalised, test_float32_is_welcome,
test_slices_of_different_size_do_not_disturb_each_other,
test_the_argument_is_not_modified
"""

import numpy as np


def log_softmax(x, axis=-1):
    x = np.asarray(x, dtype=float)
    s = x - x.max(axis=axis)
    return s - np.log(np.exp(s).sum(axis=axis))
