"""Computes the variance as mean(x²) − mean(x)².

用 mean(x²) − mean(x)² 计算方差。

caught by: test_a_large_mean_does_no_harm
"""

import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if training:
        if x.shape[0] < 2:
            raise ValueError("N < 2")
        mean, var = x.mean(axis=0), (x**2).mean(axis=0) - x.mean(axis=0) ** 2
        new_mean = (1 - momentum) * running_mean + momentum * mean
        new_var = (1 - momentum) * running_var + momentum * x.var(axis=0, ddof=1)
    else:
        mean, var = running_mean, running_var
        new_mean, new_var = running_mean, running_var
    return gamma * (x - mean) / np.sqrt(var + eps) + beta, new_mean, new_var
