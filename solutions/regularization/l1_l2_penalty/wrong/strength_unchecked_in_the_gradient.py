"""Checks lam in the loss only.

只在损失函数里检查 lam。

caught by: test_a_negative_strength_raises_value_error
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
    check(abs(lam), kind)
    if kind == "l1":
        return lam * np.sign(weights)
    return 2 * lam * weights
