"""Gives the gradient of L1 a slope at 0.

L1 在 0 处的梯度取成了 lam。

caught by: test_the_gradient_of_l1_is_the_sign
also fails: test_integer_labels_and_weights_are_welcome,
test_the_arguments_are_not_modified, test_weights_may_have_any_shape
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
    if kind == "l1":
        return np.where(weights >= 0, lam, -lam)
    return 2 * lam * weights
