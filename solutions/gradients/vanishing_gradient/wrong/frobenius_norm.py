"""Uses np.linalg.norm without 2: the Frobenius norm.

np.linalg.norm 没有传 2：算的是 Frobenius 范数。

caught by: test_rotations_keep_the_norm
also fails: test_float32_is_welcome, test_random_runs_agree_with_the_chain_rule
"""

import numpy as np


def gradient_norms(W, hidden):
    T, n = hidden.shape
    norms = np.ones(T)
    J = np.eye(n)
    for t in range(T - 1, 0, -1):
        J = J @ ((1 - hidden[t] ** 2)[:, None] * W)
        norms[t - 1] = np.linalg.norm(J)
    return norms
