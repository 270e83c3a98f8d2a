"""Uses the derivative of the sigmoid, h·(1 − h).

用了 sigmoid 的导数 h·(1 − h)。

caught by: test_a_single_unit_worked_by_hand
also fails: test_a_saturated_state_cuts_off_what_is_before_it,
test_float32_is_welcome, test_it_is_the_norm_of_the_product,
test_random_runs_agree_with_the_chain_rule, test_rotations_keep_the_norm,
test_the_arguments_are_not_modified,
test_the_slope_at_the_first_state_does_not_matter,
test_the_slope_scales_the_rows
"""

import numpy as np


def gradient_norms(W, hidden):
    T, n = hidden.shape
    norms = np.ones(T)
    J = np.eye(n)
    for t in range(T - 1, 0, -1):
        J = J @ ((hidden[t] * (1 - hidden[t]))[:, None] * W)
        norms[t - 1] = np.linalg.norm(J, 2)
    return norms
