"""Every step starts from c0 again.

每一步都重新从 c0 开始。

caught by: test_the_state_is_carried_from_step_to_step
also fails: test_an_earlier_result_stays_as_it_was,
test_inputs_of_integers_do_not_cut_the_state_off,
test_random_sequences_agree_with_the_formulas,
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
    candidate = np.tanh(left @ params["W_c"].T + params["b_c"])
    return u * candidate + (1.0 - u) * c_prev


def gru_forward(x, c0, params):
    state, states = c0, []
    for t in range(x.shape[1]):
        state = gru_cell(x[:, t], c0, params)
        states.append(state)
    return np.stack(states, axis=1)
