"""Multiplies W by the slopes from the right: W D instead of D W.

把导数乘在 W 的右边：写成了 W D，而不是 D W。

caught by: test_the_slope_scales_the_rows
also fails: test_float32_is_welcome, test_random_runs_agree_with_the_chain_rule
"""

import numpy as np


def gradient_norms(W, hidden):
    T, n = hidden.shape
    norms = np.ones(T)
    J = np.eye(n)
    for t in range(T - 1, 0, -1):
        J = J @ ((1 - hidden[t] ** 2)* W)
        norms[t - 1] = np.linalg.norm(J, 2)
    return norms
