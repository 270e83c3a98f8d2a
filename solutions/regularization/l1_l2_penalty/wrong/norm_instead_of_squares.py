"""Takes the L2 norm, with its root, as the penalty.

把（开了方的）L2 范数当成惩罚项。

caught by: test_l2_adds_the_sum_of_squares
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
    penalty = np.sum(np.abs(weights)) if kind == "l1" else np.linalg.norm(weights)
    return bce + lam * penalty


def penalty_gradient(weights, lam, kind):
    check(lam, kind)
    if kind == "l1":
        return lam * np.sign(weights)
    return 2 * lam * weights
