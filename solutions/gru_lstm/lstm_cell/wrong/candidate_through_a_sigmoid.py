"""Uses a sigmoid for the candidate.

候选状态用了 sigmoid。

caught by: test_the_update_gate_lets_the_candidate_in
also fails: test_both_gates_may_be_open, test_gates_are_stable_on_both_sides,
test_one_hot_inputs_may_be_integers, test_one_unit_worked_by_hand,
test_random_cells_agree_with_loops, test_the_arguments_are_not_modified,
test_the_output_gate_shows_the_squashed_cell,
test_the_weights_act_on_the_old_output_then_the_input
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
    candidate = sigmoid(joined @ params["W_c"].T + params["b_c"])
    c = u * candidate + f * c_prev
    a = o * np.tanh(c)
    return a, c
