"""Averages the penalty over the weights.

对权重取了平均。

caught by: test_l1_adds_the_sum_of_absolute_values
also fails: test_integer_labels_and_weights_are_welcome,
test_l2_adds_the_sum_of_squares, test_the_arguments_are_not_modified,
test_weights_may_have_any_shape
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
    penalty = np.mean(np.abs(weights)) if kind == "l1" else np.mean(weights**2)
    return bce + lam * penalty


def penalty_gradient(weights, lam, kind):
    check(lam, kind)
    if kind == "l1":
        return lam * np.sign(weights)
    return 2 * lam * weights
