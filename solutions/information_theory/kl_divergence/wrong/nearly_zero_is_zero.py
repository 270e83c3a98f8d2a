"""Compares q with 0 within a tolerance, so a tiny q gives inf.

用容差判断 q 是否为 0，极小的 q 也得到 inf。

caught by: test_a_tiny_q_gives_a_large_finite_number
"""

import numpy as np


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError("p and q must have the same shape")
    some = p > 0
    if np.isclose(q[some], 0).any():
        return float("inf")
    terms = np.zeros(p.shape)
    terms[some] = p[some] * (np.log(p[some]) - np.log(q[some]))
    return float(terms.sum())
