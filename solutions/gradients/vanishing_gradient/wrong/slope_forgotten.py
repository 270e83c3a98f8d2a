"""Leaves out the derivative of tanh: powers of W only.

漏了 tanh 的导数：只剩 W 的幂。

caught by: test_a_single_unit_worked_by_hand
also fails: test_a_saturated_state_cuts_off_what_is_before_it,
test_float32_is_welcome, test_random_runs_agree_with_the_chain_rule,
test_the_arguments_are_not_modified, test_the_slope_scales_the_rows
"""

import numpy as np


def gradient_norms(W, hidden):
    T, n = hidden.shape
    norms = np.ones(T)
    J = np.eye(n)
    for t in range(T - 1, 0, -1):
        J = J @ W
        norms[t - 1] = np.linalg.norm(J, 2)
    return norms
