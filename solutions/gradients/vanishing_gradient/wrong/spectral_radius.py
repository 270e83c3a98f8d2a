"""Takes the largest absolute eigenvalue instead of the largest singular value.

取了绝对值最大的特征值，而不是最大奇异值。

caught by: test_it_is_the_norm_of_the_product
also fails: test_float32_is_welcome,
test_random_runs_agree_with_the_chain_rule, test_the_slope_scales_the_rows
"""

import numpy as np


def gradient_norms(W, hidden):
    T, n = hidden.shape
    norms = np.ones(T)
    J = np.eye(n)
    for t in range(T - 1, 0, -1):
        J = J @ ((1 - hidden[t] ** 2)[:, None] * W)
        norms[t - 1] = np.abs(np.linalg.eigvals(J)).max()
    return norms
