"""The module remembers the last state and starts from it when the next sequence comes with the same first state.

模块记住了最后的状态，下一个序列的初始状态相同时就从那里接着算。

caught by: test_a_second_call_begins_afresh
also fails: test_a_sequence_does_not_overflow_either,
test_no_argument_is_modified
"""

import numpy as np

last = {}


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
    state, states = last.get(c0.tobytes(), c0), []
    for t in range(x.shape[1]):
        state = gru_cell(x[:, t], state, params)
        states.append(state)
    last[c0.tobytes()] = state
    return np.stack(states, axis=1)
