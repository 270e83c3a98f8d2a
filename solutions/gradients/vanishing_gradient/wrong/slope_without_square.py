"""Takes the derivative of tanh as 1 − h.

把 tanh 的导数写成 1 − h。

caught by: test_a_single_unit_worked_by_hand
also fails: test_float32_is_welcome,
test_random_runs_agree_with_the_chain_rule, test_the_arguments_are_not_modified
"""

import numpy as np


def gradient_norms(W, hidden):
    T, n = hidden.shape
    norms = np.ones(T)
    J = np.eye(n)
    for t in range(T - 1, 0, -1):
        J = J @ ((1 - hidden[t])[:, None] * W)
        norms[t - 1] = np.linalg.norm(J, 2)
    return norms
