"""Dot products for the cross-entropy, log1p for ln(1 − p), one branch for each kind."""

import numpy as np


def regularized_loss(y_true, p_pred, weights, lam, kind):
    penalty_gradient(weights, lam, kind)  # for its checks
    p = np.minimum(np.maximum(p_pred.astype(np.float64), 1e-12), 1.0 - 1e-12)
    bce = -(y_true @ np.log(p) + (1 - y_true) @ np.log1p(-p)) / y_true.size
    if kind == "l1":
        return np.array(bce + lam * np.absolute(weights).sum())
    return np.array(bce + lam * np.square(weights).sum())


def penalty_gradient(weights, lam, kind):
    if lam < 0:
        raise ValueError("lam must be at least 0")
    if kind == "l1":
        return np.where(weights == 0, 0.0, lam * np.copysign(1.0, weights))
    if kind == "l2":
        return 2.0 * lam * weights
    raise ValueError("kind must be l1 or l2")
