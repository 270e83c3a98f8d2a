"""Multiplies dx by gamma at the end instead of dy at the start.

最后才给 dx 乘上 gamma，而不是一开始就乘到 dy 上。

caught by: test_every_row_of_dx_sums_to_zero
also fails: test_eps_counts_in_the_gradients, test_float32_and_views,
test_the_gradients_are_those_of_the_formula
"""

import numpy as np


def layer_norm_forward(x, gamma, beta, eps=1e-5):
    mu = x.mean(axis=-1, keepdims=True)
    var = x.var(axis=-1, keepdims=True)
    return gamma * (x - mu) / np.sqrt(var + eps) + beta


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    mu = x.mean(axis=-1, keepdims=True)
    std = np.sqrt(x.var(axis=-1, keepdims=True) + eps)
    xhat = (x - mu) / std
    dgamma = (dy * xhat).sum(axis=0)
    dbeta = dy.sum(axis=0)
    g = dy
    dx = (g - g.mean(axis=-1, keepdims=True) - xhat * (g * xhat).mean(axis=-1, keepdims=True)) * gamma / std
    return dx, dgamma, dbeta
