"""The states are written into an array that all calls of the same shape share.

状态写进了一个数组，形状相同的调用共用它。

caught by: test_an_earlier_result_stays_as_it_was
"""

import numpy as np

buffers = {}


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
    state, shape = c0, (*x.shape[:2], c0.shape[1])
    states = buffers.setdefault(shape, np.empty(shape))
    for t in range(x.shape[1]):
        state = gru_cell(x[:, t], state, params)
        states[:, t] = state
    return states
