"""Folds everything into one scale and one shift for each feature; the unbiased variance by Bessel's factor."""

import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    def apply(mean, var):
        scale = gamma / np.sqrt(var + eps)
        return (x - mean) * scale + beta

    if not training:
        return apply(running_mean, running_var), running_mean, running_var
    n = x.shape[0]
    if n < 2:
        raise ValueError("batch too small")
    mean = np.einsum("nd->d", x) / n
    centred = x - mean
    var = np.einsum("nd,nd->d", centred, centred) / n
    bessel = n / (n - 1)
    return (
        apply(mean, var),
        running_mean + momentum * (mean - running_mean),
        running_var + momentum * (bessel * var - running_var),
    )
