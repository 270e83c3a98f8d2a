"""Uses the default eps in the backward pass.

反向时总用默认的 eps。

caught by: test_eps_counts_in_the_gradients
also fails: test_gradients_of_gamma_and_beta_are_sums_over_rows
"""

import numpy as np


def layer_norm_forward(x, gamma, beta, eps=1e-5):
    mu = x.mean(-1, keepdims=True)
    var = x.var(-1, keepdims=True)
    return gamma * (x - mu) / np.sqrt(var + eps) + beta


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    mu = x.mean(-1, keepdims=True)
    inv = 1 / np.sqrt(x.var(-1, keepdims=True) + 1e-5)
    xhat = (x - mu) * inv
    g = dy * gamma
    dx = inv * (g - g.mean(-1, keepdims=True) - xhat * (g * xhat).mean(-1, keepdims=True))
    dgamma = (dy * xhat).sum(0)
    dbeta = dy.sum(0)
    return dx, dgamma, dbeta
