"""The bias is added along the batch, which fits only where there are as many rows as units.

偏置沿 batch 轴相加，只有行数与单元数相等时形状才对得上。

caught by: test_rows_of_a_batch_do_not_mix
also fails: test_the_update_gate_lets_the_candidate_in, test_the_reset_gate_acts_before_the_weights,
test_very_negative_gate_arguments_do_not_overflow, test_very_large_gate_arguments_do_not_overflow,
test_a_sequence_does_not_overflow_either, test_a_saturated_candidate_is_one_or_minus_one,
test_random_cells_agree_with_the_formulas, test_every_step_has_its_state, test_random_sequences_agree_with_the_formulas,
test_inputs_of_integers_do_not_cut_the_state_off, test_no_argument_is_modified,
test_transposed_views_are_arrays_like_any_other
"""

import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1.0 + e)


def gru_cell(x_t, c_prev, params):
    seen = np.concatenate([c_prev, x_t], axis=1)
    u = sigmoid(seen @ params["W_u"].T + params["b_u"][:, None])
    r = sigmoid(seen @ params["W_r"].T + params["b_r"])
    left = np.concatenate([r * c_prev, x_t], axis=1)
    candidate = np.tanh(left @ params["W_c"].T + params["b_c"])
    return u * candidate + (1.0 - u) * c_prev


def gru_forward(x, c0, params):
    state, states = c0, []
    for t in range(x.shape[1]):
        state = gru_cell(x[:, t], state, params)
        states.append(state)
    return np.stack(states, axis=1)
