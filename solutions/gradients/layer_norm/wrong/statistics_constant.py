"""Treats the mean and the variance as constants.

把均值和方差都当成了常数。

caught by: test_the_gradients_are_those_of_the_formula
also fails: test_eps_counts_in_the_gradients,
test_every_row_of_dx_sums_to_zero, test_float32_and_views,
test_gradients_of_gamma_and_beta_are_sums_over_rows,
test_the_default_of_eps_is_1e_5
"""

import numpy as np


def layer_norm_forward(x, gamma, beta, eps=1e-5):
    mu = x.mean(-1, keepdims=True)
    var = x.var(-1, keepdims=True)
    return gamma * (x - mu) / np.sqrt(var + eps) + beta


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    mu = x.mean(-1, keepdims=True)
    inv = 1 / np.sqrt(x.var(-1, keepdims=True) + eps)
    xhat = (x - mu) * inv
    g = dy * gamma
    dx = inv * g
    dgamma = (dy * xhat).sum(0)
    dbeta = dy.sum(0)
    return dx, dgamma, dbeta
