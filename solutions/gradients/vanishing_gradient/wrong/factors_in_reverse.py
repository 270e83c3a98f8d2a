"""Multiplies the new factor from the left, so the product is in reverse order.

新的因子乘在左边，整个乘积的顺序反了。

caught by: test_random_runs_agree_with_the_chain_rule
also fails: test_float32_is_welcome
"""

import numpy as np


def gradient_norms(W, hidden):
    T, n = hidden.shape
    norms = np.ones(T)
    J = np.eye(n)
    for t in range(T - 1, 0, -1):
        J = ((1 - hidden[t] ** 2)[:, None] * W) @ J
        norms[t - 1] = np.linalg.norm(J, 2)
    return norms
