"""Joins the cell instead of the old output.

拼接的是细胞状态，而不是旧的输出。

caught by: test_the_weights_act_on_the_old_output_then_the_input
also fails: test_one_hot_inputs_may_be_integers, test_one_unit_worked_by_hand,
test_random_cells_agree_with_loops
"""

import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def lstm_cell(x_t, a_prev, c_prev, params):
    joined = np.concatenate([c_prev, x_t], axis=1)
    f = sigmoid(joined @ params["W_f"].T + params["b_f"])
    u = sigmoid(joined @ params["W_u"].T + params["b_u"])
    o = sigmoid(joined @ params["W_o"].T + params["b_o"])
    candidate = np.tanh(joined @ params["W_c"].T + params["b_c"])
    c = u * candidate + f * c_prev
    a = o * np.tanh(c)
    return a, c
