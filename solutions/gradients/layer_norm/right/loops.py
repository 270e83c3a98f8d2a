"""Loops over rows; dx by the Jacobian matrix of the normalization of one row."""

import numpy as np


def layer_norm_forward(x, gamma, beta, eps=1e-5):
    out = np.zeros(x.shape)
    for n in range(x.shape[0]):
        row = x[n].astype(float)
        centred = row - row.sum() / row.size
        out[n] = centred / np.sqrt((centred @ centred) / row.size + eps) * gamma + beta
    return out


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    d = x.shape[1]
    dx, dgamma, dbeta = np.zeros(x.shape), np.zeros(d), np.zeros(d)
    for n in range(len(x)):
        centred = x[n].astype(float) - x[n].mean()
        s = np.sqrt(np.mean(centred**2) + eps)
        jacobian = (np.eye(d) - 1 / d) / s - np.outer(centred, centred) / (d * s**3)
        dx[n] = jacobian @ (dy[n] * gamma)
        dgamma += dy[n] * centred / s
        dbeta += dy[n]
    return dx, dgamma, dbeta
