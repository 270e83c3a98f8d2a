"""Sums over the last axis only, so a joint distribution gives an array.

只沿最后一个轴求和，联合分布会得到一个数组。

caught by: test_a_joint_distribution_gives_one_number
"""

import numpy as np


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(p > 0, p * np.log(p / q), 0.0).sum(axis=-1)
