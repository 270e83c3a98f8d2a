"""Writes the gradient into an array like the weights, which truncates it for integers.

把梯度写进与权重同 dtype 的数组，整数权重会被截断。

caught by: test_integer_labels_and_weights_are_welcome
"""

import numpy as np


def check(lam, kind):
    if kind not in ("l1", "l2"):
        raise ValueError
    if lam < 0:
        raise ValueError


def regularized_loss(y_true, p_pred, weights, lam, kind):
    check(lam, kind)
    p = np.clip(p_pred, 1e-12, 1 - 1e-12)
    bce = -np.mean(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))
    penalty = np.sum(np.abs(weights)) if kind == "l1" else np.sum(weights**2)
    return bce + lam * penalty


def penalty_gradient(weights, lam, kind):
    check(lam, kind)
    out = np.empty_like(weights)
    out[...] = lam * np.sign(weights) if kind == "l1" else 2 * lam * weights
    return out
