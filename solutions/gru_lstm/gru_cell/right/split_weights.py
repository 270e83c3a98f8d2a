"""The weights split into a part for the state and a part for the input; sigmoid through logaddexp; output allocated."""

import numpy as np


def sigma(z):
    return np.exp(-np.logaddexp(0.0, -z))


def gru_cell(x_t, c_prev, params):
    n_h = c_prev.shape[1]

    def affine(gate, state):
        weights = params[f"W_{gate}"]
        return state @ weights[:, :n_h].T + x_t @ weights[:, n_h:].T + params[f"b_{gate}"]

    u = sigma(affine("u", c_prev))
    r = sigma(affine("r", c_prev))
    candidate = np.tanh(affine("c", r * c_prev))
    return c_prev + u * (candidate - c_prev)


def gru_forward(x, c0, params):
    batch, length, _ = x.shape
    out = np.zeros((batch, length, c0.shape[1]))
    for t in range(length):
        out[:, t, :] = gru_cell(x[:, t, :], c0 if t == 0 else out[:, t - 1, :], params)
    return out
