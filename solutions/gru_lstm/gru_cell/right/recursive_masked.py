"""Recursion over time; the sigmoid fills an output by masks; works on a copy of the parameters in float64."""

import numpy as np


def _sigmoid(z):
    out = np.empty_like(z)
    positive = z >= 0
    out[positive] = 1.0 / (1.0 + np.exp(-z[positive]))
    grown = np.exp(z[~positive])
    out[~positive] = grown / (1.0 + grown)
    return out


def gru_cell(x_t, c_prev, params):
    p = {name: np.array(value, dtype=np.float64) for name, value in params.items()}
    c = np.array(c_prev, dtype=np.float64)
    n_h = c.shape[-1]
    full = np.empty((len(c), n_h + x_t.shape[-1]))
    full[:, :n_h], full[:, n_h:] = c, x_t
    u = _sigmoid(full.dot(p["W_u"].T) + p["b_u"])
    r = _sigmoid(full.dot(p["W_r"].T) + p["b_r"])
    full[:, :n_h] *= r
    new = np.tanh(full.dot(p["W_c"].T) + p["b_c"])
    new *= u
    new += (1.0 - u) * c
    return new


def gru_forward(x, c0, params):
    first = gru_cell(x[:, 0], c0, params)
    if x.shape[1] == 1:
        return first[:, np.newaxis]
    return np.hstack([first[:, np.newaxis], gru_forward(x[:, 1:], first, params)])
