"""gru_forward repeats the formulas with a sigmoid of its own, which overflows.

gru_forward 里把公式又写了一遍，其中的 sigmoid 会溢出。

caught by: test_a_sequence_does_not_overflow_either
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
        seen = np.concatenate([state, x[:, t]], axis=1)
        u = 1.0 / (1.0 + np.exp(-(seen @ params["W_u"].T + params["b_u"])))
        r = 1.0 / (1.0 + np.exp(-(seen @ params["W_r"].T + params["b_r"])))
        left = np.concatenate([r * state, x[:, t]], axis=1)
        state = u * np.tanh(left @ params["W_c"].T + params["b_c"]) + (1.0 - u) * state
        states.append(state)
    return np.stack(states, axis=1)
