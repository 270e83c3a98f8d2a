"""Loops over negatives with math, and branches on the sign."""

import math

import numpy as np


def _sigmoid(x):
    return 1 / (1 + math.exp(-x)) if x > 0 else math.exp(x) / (1 + math.exp(x))


def _softplus(x):
    return max(x, 0.0) + math.log1p(math.exp(-abs(x)))


def sgns_loss(center, context, negatives):
    score = float(np.dot(context, center))
    loss = _softplus(-score)
    dc = (_sigmoid(score) - 1) * context
    du = (_sigmoid(score) - 1) * center
    dn = np.zeros_like(negatives)
    for k, row in enumerate(negatives):
        score = float(np.dot(row, center))
        loss += _softplus(score)
        dc = dc + _sigmoid(score) * row
        dn[k] = _sigmoid(score) * center
    return [loss, dc, du, dn]


def noise_distribution(counts, power=0.75):
    weights = [float(c) ** power for c in counts]
    return np.array([x / sum(weights) for x in weights])
