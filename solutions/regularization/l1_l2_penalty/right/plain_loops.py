"""Loops over single numbers with math; nested lists are walked through ravel."""

import math

import numpy as np


def _validate(lam, kind):
    if kind != "l1" and kind != "l2":
        raise ValueError(kind)
    if not lam >= 0:
        raise ValueError(lam)


def regularized_loss(y_true, p_pred, weights, lam, kind):
    _validate(lam, kind)
    total = 0.0
    for y, p in zip(y_true, p_pred):
        p = min(max(float(p), 1e-12), 1 - 1e-12)
        total -= math.log(p) if y == 1 else math.log(1 - p)
    penalty = 0.0
    for w in weights.ravel():
        penalty += abs(w) if kind == "l1" else w * w
    return total / len(y_true) + lam * penalty


def penalty_gradient(weights, lam, kind):
    _validate(lam, kind)
    out = np.zeros(weights.shape)
    for index in np.ndindex(*weights.shape):
        w = weights[index]
        out[index] = lam * ((w > 0) * 1.0 - (w < 0) * 1.0) if kind == "l1" else 2 * lam * w
    return out
