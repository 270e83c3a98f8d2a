"""The reset gate multiplies what the weights made of the state, as torch.nn.GRU does, not the state itself.

重置门乘在权重作用之后的结果上（torch.nn.GRU 的做法），而不是状态本身。

caught by: test_the_reset_gate_acts_before_the_weights
also fails: test_inputs_of_integers_do_not_cut_the_state_off,
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
    n_h = c_prev.shape[1]
    from_state = r * (c_prev @ params["W_c"][:, :n_h].T)
    candidate = np.tanh(from_state + x_t @ params["W_c"][:, n_h:].T + params["b_c"])
    return u * candidate + (1.0 - u) * c_prev


def gru_forward(x, c0, params):
    state, states = c0, []
    for t in range(x.shape[1]):
        state = gru_cell(x[:, t], state, params)
        states.append(state)
    return np.stack(states, axis=1)
