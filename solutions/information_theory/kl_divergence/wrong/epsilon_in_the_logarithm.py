"""Adds 1e-12 to both distributions, so the result is never infinite.

给两个分布都加上 1e-12，于是结果永远不会是无穷大。

caught by: test_what_q_rules_out_costs_infinitely_much
also fails: test_a_tiny_q_gives_a_large_finite_number
"""

import numpy as np


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError
    return float(np.sum(p * np.log((p + 1e-12) / (q + 1e-12))))
