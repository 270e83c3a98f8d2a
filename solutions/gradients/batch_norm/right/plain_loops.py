"""Loops over features and rows; returns a list."""

import math

import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    N, D = x.shape
    if training and N <= 1:
        raise ValueError(f"N = {N}")
    out = np.zeros((N, D))
    new_mean, new_var = running_mean.copy(), running_var.copy()
    for d in range(D):
        mu, var = running_mean[d], running_var[d]
        if training:
            mu = sum(x[n, d] for n in range(N)) / N
            ss = sum((x[n, d] - mu) ** 2 for n in range(N))
            var = ss / N
            new_mean[d] = (1 - momentum) * new_mean[d] + momentum * mu
            new_var[d] = (1 - momentum) * new_var[d] + momentum * ss / (N - 1)
        for n in range(N):
            out[n, d] = gamma[d] * (x[n, d] - mu) / math.sqrt(var + eps) + beta[d]
    return [out, new_mean, new_var]
