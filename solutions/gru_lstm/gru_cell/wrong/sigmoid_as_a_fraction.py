"""The sigmoid as exp(z) / (1 + exp(z)), which is infinity over infinity for large z.

把 sigmoid 写成 exp(z) / (1 + exp(z))，z 很大时成了无穷除以无穷。

caught by: test_very_large_gate_arguments_do_not_overflow
also fails: test_a_sequence_does_not_overflow_either
"""

import numpy as np


def sigmoid(z):
    return np.exp(z) / (1.0 + np.exp(z))


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
