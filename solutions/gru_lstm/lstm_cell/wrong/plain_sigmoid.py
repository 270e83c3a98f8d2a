"""Uses 1 / (1 + exp(−z)), which overflows.

直接写 1 / (1 + exp(−z))，会溢出。

caught by: test_gates_are_stable_on_both_sides
"""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def lstm_cell(x_t, a_prev, c_prev, params):
    joined = np.concatenate([a_prev, x_t], axis=1)
    f = sigmoid(joined @ params["W_f"].T + params["b_f"])
    u = sigmoid(joined @ params["W_u"].T + params["b_u"])
    o = sigmoid(joined @ params["W_o"].T + params["b_o"])
    candidate = np.tanh(joined @ params["W_c"].T + params["b_c"])
    c = u * candidate + f * c_prev
    a = o * np.tanh(c)
    return a, c
