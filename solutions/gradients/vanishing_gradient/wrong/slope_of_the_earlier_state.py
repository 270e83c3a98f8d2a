"""Takes the slope at h_t instead of h_{t+1}: off by one.

导数取在 h_t 而不是 h_{t+1}：差了一步。

caught by: test_the_slope_at_the_first_state_does_not_matter
also fails: test_a_saturated_state_cuts_off_what_is_before_it,
test_a_single_unit_worked_by_hand, test_float32_is_welcome,
test_random_runs_agree_with_the_chain_rule,
test_the_arguments_are_not_modified, test_the_slope_scales_the_rows
"""

import numpy as np


def gradient_norms(W, hidden):
    T, n = hidden.shape
    norms = np.ones(T)
    J = np.eye(n)
    for t in range(T - 1, 0, -1):
        J = J @ ((1 - hidden[t - 1] ** 2)[:, None] * W)
        norms[t - 1] = np.linalg.norm(J, 2)
    return norms
