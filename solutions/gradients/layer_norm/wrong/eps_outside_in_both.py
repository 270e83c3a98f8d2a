"""Adds eps to the standard deviation, outside the root, in both passes.

前向和反向都把 eps 加到标准差上，放在了根号外面。

caught by: test_eps_stands_inside_the_root
also fails: test_eps_counts_in_the_gradients,
test_random_rows_agree_with_the_formula, test_the_default_of_eps_is_1e_5,
test_the_gradients_are_those_of_the_formula
"""

import numpy as np


def layer_norm_forward(x, gamma, beta, eps=1e-5):
    mu = x.mean(axis=-1, keepdims=True)
    var = x.var(axis=-1, keepdims=True)
    return gamma * (x - mu) / (np.sqrt(var) + eps) + beta


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    mu = x.mean(axis=-1, keepdims=True)
    std = np.sqrt(x.var(axis=-1, keepdims=True)) + eps
    xhat = (x - mu) / std
    dgamma = (dy * xhat).sum(axis=0)
    dbeta = dy.sum(axis=0)
    g = dy * gamma
    dx = (g - g.mean(axis=-1, keepdims=True) - xhat * (g * xhat).mean(axis=-1, keepdims=True)) / std
    return dx, dgamma, dbeta
