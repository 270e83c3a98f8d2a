"""Adds eps outside the root in the forward pass.

前向时把 eps 加在了根号外面。

caught by: test_eps_stands_inside_the_root
also fails: test_random_rows_agree_with_the_formula,
test_the_default_of_eps_is_1e_5
"""

import numpy as np


def layer_norm_forward(x, gamma, beta, eps=1e-5):
    mu = x.mean(-1, keepdims=True)
    var = x.var(-1, keepdims=True)
    return gamma * (x - mu) / (np.sqrt(var) + eps) + beta


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    mu = x.mean(-1, keepdims=True)
    inv = 1 / np.sqrt(x.var(-1, keepdims=True) + eps)
    xhat = (x - mu) * inv
    g = dy * gamma
    dx = inv * (g - g.mean(-1, keepdims=True) - xhat * (g * xhat).mean(-1, keepdims=True))
    dgamma = (dy * xhat).sum(0)
    dbeta = dy.sum(0)
    return dx, dgamma, dbeta
