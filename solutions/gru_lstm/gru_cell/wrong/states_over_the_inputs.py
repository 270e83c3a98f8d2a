"""The states are written over the inputs where the shapes allow it, to save memory.

为了省内存，形状允许时把状态写在输入上。

caught by: test_no_argument_is_modified
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
    state = c0
    fits = x.shape[2] == c0.shape[1] and x.dtype == c0.dtype
    states = x if fits else np.empty((*x.shape[:2], c0.shape[1]))
    for t in range(x.shape[1]):
        state = gru_cell(x[:, t], state, params)
        states[:, t] = state
    return states
