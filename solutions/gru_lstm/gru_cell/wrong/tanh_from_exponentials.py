"""The tangent is written with exponentials and gives NaN where it should saturate.

双曲正切用指数来写，该饱和的地方变成 NaN。

caught by: test_a_saturated_candidate_is_one_or_minus_one
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
    z = left @ params["W_c"].T + params["b_c"]
    candidate = (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
    return u * candidate + (1.0 - u) * c_prev


def gru_forward(x, c0, params):
    state, states = c0, []
    for t in range(x.shape[1]):
        state = gru_cell(x[:, t], state, params)
        states.append(state)
    return np.stack(states, axis=1)
