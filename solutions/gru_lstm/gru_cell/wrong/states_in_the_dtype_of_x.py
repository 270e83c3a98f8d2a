"""The states are stored in an array of x's dtype: where x holds whole numbers, their fractions are cut off.

用与 x 相同 dtype 的数组存放状态：x 是整数时，状态的小数部分被截断。

caught by: test_inputs_of_integers_do_not_cut_the_state_off
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
    states = np.zeros((*x.shape[:2], c0.shape[1]), dtype=x.dtype)
    state = c0
    for t in range(x.shape[1]):
        state = gru_cell(x[:, t], state, params)
        states[:, t] = state
    return states
