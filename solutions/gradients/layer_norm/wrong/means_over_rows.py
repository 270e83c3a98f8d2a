"""Averages the gradients of gamma and beta over rows.

gamma 和 beta 的梯度对行取了均值。

caught by: test_gradients_of_gamma_and_beta_are_sums_over_rows
also fails: test_eps_counts_in_the_gradients, test_float32_and_views,
test_the_gradients_are_those_of_the_formula
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
    dx = inv * (g - g.mean(-1, keepdims=True) - xhat * (g * xhat).mean(-1, keepdims=True))
    dgamma = (dy * xhat).mean(0)
    dbeta = dy.mean(0)
    return dx, dgamma, dbeta
