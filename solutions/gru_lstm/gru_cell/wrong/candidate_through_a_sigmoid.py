"""The candidate goes through a sigmoid instead of a tanh, so the candidate can never be negative.

候选状态用了 sigmoid 而不是 tanh，于是它永远不会为负。

caught by: test_a_saturated_candidate_is_one_or_minus_one
also fails: test_a_shut_reset_gate_hides_the_old_state_only,
test_an_earlier_result_stays_as_it_was,
test_inputs_of_integers_do_not_cut_the_state_off,
test_large_gate_arguments_do_not_overflow,
test_random_sequences_agree_with_the_formulas,
test_the_reset_gate_acts_before_the_weights,
test_the_state_comes_before_the_input,
test_the_state_is_carried_from_step_to_step,
test_the_update_gate_lets_the_candidate_in, test_time_is_the_middle_axis,
test_transposed_views_are_arrays_like_any_other
"""

import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1.0 + e)


def gru_cell(x_t, c_prev, params):
    seen = np.concatenate([c_prev, x_t], axis=1)
    u = sigmoid(seen @ params["W_u"].T + params["b_u"])
    r = sigmoid(seen @ params["W_r"].T + params["b_r"])
    left = np.concatenate([r * c_prev, x_t], axis=1)
    candidate = sigmoid(left @ params["W_c"].T + params["b_c"])
    return u * candidate + (1.0 - u) * c_prev


def gru_forward(x, c0, params):
    state, states = c0, []
    for t in range(x.shape[1]):
        state = gru_cell(x[:, t], state, params)
        states.append(state)
    return np.stack(states, axis=1)
