"""One stack of output vectors with labels 1, 0, …, 0; a two-sided sigmoid."""

import numpy as np


def sgns_loss(center, context, negatives):
    out = np.vstack([context, negatives])
    y = np.zeros(len(out))
    y[0] = 1
    s = out @ center
    e = np.exp(-np.abs(s))
    p = np.where(s >= 0, 1, e) / (1 + e)
    loss = (np.maximum(s, 0) - s * y + np.log1p(e)).sum()
    g = p - y
    grads = g[:, None] * center
    return loss, out.T @ g, grads[0], grads[1:]


def noise_distribution(counts, power=0.75):
    w = np.power(np.asarray(counts, float), power)
    return w / np.sum(w)
