"""Replaces the zeros of p by a tiny number in the caller's array.

在调用者的数组里把 p 的 0 换成极小的数。

caught by: test_the_arguments_are_not_modified
"""

import numpy as np


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError
    if ((p > 0) & (q == 0)).any():
        return float("inf")
    zeros = p == 0
    if p.dtype.kind == "f":
        p[zeros] = 1e-300
    return float(np.sum(p[~zeros] * np.log(p[~zeros] / q[~zeros])))
