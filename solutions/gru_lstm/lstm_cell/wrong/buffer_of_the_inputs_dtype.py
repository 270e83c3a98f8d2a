"""Joins state and input in an array of x's dtype.

拼接用的数组沿用了 x 的 dtype。

caught by: test_one_hot_inputs_may_be_integers
"""

import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def lstm_cell(x_t, a_prev, c_prev, params):
    joined = np.concatenate([a_prev, x_t], axis=1)
    f = sigmoid(joined @ params["W_f"].T + params["b_f"])
    u = sigmoid(joined @ params["W_u"].T + params["b_u"])
    o = sigmoid(joined @ params["W_o"].T + params["b_o"])
    candidate = np.tanh(joined @ params["W_c"].T + params["b_c"])
    c = np.empty(c_prev.shape, dtype=x_t.dtype)
    c[:] = u * candidate + f * c_prev
    a = o * np.tanh(c)
    return a, c
