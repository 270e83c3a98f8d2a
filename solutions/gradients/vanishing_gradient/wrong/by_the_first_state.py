"""Gives the norms of dh_t/dh_1, forwards from the first state.

给出的是 ∂h_t/∂h_1 的范数：从第一个状态往后算。

caught by: test_a_saturated_state_cuts_off_what_is_before_it
also fails: test_a_single_unit_worked_by_hand, test_float32_is_welcome,
test_it_is_the_norm_of_the_product, test_random_runs_agree_with_the_chain_rule,
test_the_arguments_are_not_modified,
test_the_slope_at_the_first_state_does_not_matter,
test_the_slope_scales_the_rows
"""

import numpy as np


def gradient_norms(W, hidden):
    T, n = hidden.shape
    norms = np.ones(T)
    J = np.eye(n)
    for t in range(1, T):
        J = ((1 - hidden[t] ** 2)[:, None] * W) @ J
        norms[t] = np.linalg.norm(J, 2)
    return norms
