"""Uses the Frobenius norm for the identity at the end as well, where it is √n and not 1.

最后的单位矩阵也用 Frobenius 范数，得到 √n 而不是 1。

caught by: test_a_single_state_has_the_norm_one
also fails: test_float32_is_welcome, test_it_is_the_norm_of_the_product,
test_random_runs_agree_with_the_chain_rule, test_rotations_keep_the_norm,
test_the_slope_scales_the_rows
"""

import numpy as np


def gradient_norms(W, hidden):
    T, n = hidden.shape
    J = np.eye(n)
    norms = [np.linalg.norm(J)]
    for t in range(T - 1, 0, -1):
        J = J @ ((1 - hidden[t] ** 2)[:, None] * W)
        norms.append(np.linalg.norm(J))
    return np.array(norms[::-1])
