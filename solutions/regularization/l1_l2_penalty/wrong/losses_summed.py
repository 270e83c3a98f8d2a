"""Sums the cross-entropy over the examples instead of averaging it.

对样本的交叉熵求了和，而不是求均值。

caught by: test_without_a_penalty_the_loss_is_the_mean_cross_entropy
also fails: test_integer_labels_and_weights_are_welcome,
test_l1_adds_the_sum_of_absolute_values, test_l2_adds_the_sum_of_squares,
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
    bce = -np.sum(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))
    penalty = np.sum(np.abs(weights)) if kind == "l1" else np.sum(weights**2)
    return bce + lam * penalty


def penalty_gradient(weights, lam, kind):
    check(lam, kind)
    if kind == "l1":
        return lam * np.sign(weights)
    return 2 * lam * weights
