"""The sigmoid as it stands in the book: exp(-z) overflows for very negative z.

照抄教科书的 sigmoid：z 是很大的负数时 exp(-z) 溢出。

caught by: test_large_gate_arguments_do_not_overflow
also fails: test_large_gate_arguments_do_not_overflow
"""

import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


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
        state = gru_cell(x[:, t], state, params)
        states.append(state)
    return np.stack(states, axis=1)
