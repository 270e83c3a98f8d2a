"""Gives inf wherever q has a zero, even if p is 0 there.

只要 q 有 0 就返回 inf，哪怕该处 p 也是 0。

caught by: test_where_p_is_zero_nothing_is_added
also fails: test_a_distribution_has_no_divergence_from_itself,
test_the_arguments_are_not_modified
"""

import numpy as np


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError
    if np.any(q == 0):
        return float("inf")
    seen = p > 0
    return float(np.sum(p[seen] * np.log(p[seen] / q[seen])))
