"""The chain rule in stages, as in a computation graph: variance, then mean; einsum for sums; gives a list."""

import numpy as np


def layer_norm_forward(x, gamma, beta, eps=1e-5):
    mean = np.einsum("nd->n", x)[:, None] / x.shape[1]
    var = np.einsum("nd,nd->n", x - mean, x - mean)[:, None] / x.shape[1]
    return np.add(np.multiply((x - mean) * (var + eps) ** -0.5, gamma), beta)


def layer_norm_backward(dy, x, gamma, eps=1e-5):
    d = x.shape[1]
    c = x - x.mean(axis=1, keepdims=True)
    v = (c * c).mean(axis=1, keepdims=True) + eps
    dhat = dy * gamma[None, :]
    dvar = (dhat * c).sum(axis=1, keepdims=True) * -0.5 * v**-1.5
    dmean = -(dhat / np.sqrt(v)).sum(axis=1, keepdims=True)
    dx = dhat / np.sqrt(v) + dvar * 2 * c / d + dmean / d
    return [dx, np.einsum("nd,nd->d", dy, c / np.sqrt(v)), np.einsum("nd->d", dy)]
