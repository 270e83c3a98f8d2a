"""Puts a ½ before the squares, so the gradient loses its 2.

平方和前多了 ½，梯度也就少了系数 2。

caught by: test_l2_adds_the_sum_of_squares
also fails: test_integer_labels_and_weights_are_welcome,
test_the_arguments_are_not_modified,
test_the_gradient_of_l2_is_twice_the_weight, test_weights_may_have_any_shape
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
    penalty = np.sum(np.abs(weights)) if kind == "l1" else np.sum(weights**2) / 2
    return bce + lam * penalty


def penalty_gradient(weights, lam, kind):
    check(lam, kind)
    if kind == "l1":
        return lam * np.sign(weights)
    return lam * weights
