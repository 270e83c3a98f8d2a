"""Updates the caller's cell in place.

在调用者的数组上原地更新细胞状态。

caught by: test_the_arguments_are_not_modified
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
    c_prev *= f
    c_prev += u * candidate
    c = c_prev
    a = o * np.tanh(c)
    return a, c
