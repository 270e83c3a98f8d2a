"""Multiplies the norms of the steps, which is only an upper bound.

把每一步的范数相乘，这只是上界。

caught by: test_it_is_the_norm_of_the_product
also fails: test_float32_is_welcome, test_random_runs_agree_with_the_chain_rule
"""

import numpy as np


def gradient_norms(W, hidden):
    T, n = hidden.shape
    norms = np.ones(T)
    J = 1.0
    for t in range(T - 1, 0, -1):
        J = J * np.linalg.norm((1 - hidden[t] ** 2)[:, None] * W, 2)
        norms[t - 1] = J
    return norms
