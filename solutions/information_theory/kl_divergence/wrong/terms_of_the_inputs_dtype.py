"""Collects the terms in an array like p, which truncates them for integers.

各项存进与 p 同类型的数组，p 是整数时会被截断。

caught by: test_a_one_hot_p_of_integers_is_welcome
"""

import numpy as np


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError("p and q must have the same shape")
    some = p > 0
    if (q[some] == 0).any():
        return float("inf")
    terms = np.zeros_like(p)
    terms[some] = p[some] * (np.log(p[some]) - np.log(q[some]))
    return float(terms.sum())
