"""Treats every kind other than "l1" as L2.

除 "l1" 以外的 kind 一律当作 L2。

caught by: test_an_unknown_kind_raises_value_error
"""

import numpy as np


def check(lam, kind):
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
    if kind == "l1":
        return lam * np.sign(weights)
    return 2 * lam * weights
