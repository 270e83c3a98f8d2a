"""Both gates in one matrix product, the sigmoid through tanh, and itertools.accumulate over time."""

from itertools import accumulate

import numpy as np


def gru_cell(x_t, c_prev, params):
    weights = np.vstack((params["W_u"], params["W_r"]))
    biases = np.hstack((params["b_u"], params["b_r"]))
    z = np.einsum("gi,bi->bg", weights, np.hstack((c_prev, x_t))) + biases
    u, r = np.split(0.5 * (np.tanh(0.5 * z) + 1.0), 2, axis=-1)
    c = np.tanh(np.einsum("hi,bi->bh", params["W_c"], np.hstack((r * c_prev, x_t))) + params["b_c"])
    return np.where(u == 0.0, c_prev, u * c + (1.0 - u) * c_prev)


def gru_forward(x, c0, params):
    by_time = np.moveaxis(x, 1, 0)
    states = list(accumulate(by_time, lambda c, x_t: gru_cell(x_t, c, params), initial=c0))
    return np.stack(states[1:]).swapaxes(0, 1)
