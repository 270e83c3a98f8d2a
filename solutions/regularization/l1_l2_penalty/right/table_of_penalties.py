"""A dict of (penalty, gradient) pairs; the probability of the true label is clipped, not that of a 1."""

import numpy as np

PENALTIES = {
    "l1": (lambda w: np.linalg.norm(w.ravel(), 1), np.sign),
    "l2": (lambda w: np.vdot(w, w), lambda w: w + w),
}


def find(lam, kind):
    try:
        pair = PENALTIES[kind]
    except KeyError:
        raise ValueError(f"no penalty {kind}") from None
    if lam < 0:
        raise ValueError("lam < 0")
    return pair


def regularized_loss(y_true, p_pred, weights, lam, kind):
    penalty, _ = find(lam, kind)
    of_the_truth = np.where(y_true == 1, p_pred, 1 - p_pred).clip(1e-12, 1 - 1e-12)
    return np.mean(-np.log(of_the_truth)) + lam * penalty(weights)


def penalty_gradient(weights, lam, kind):
    _, gradient = find(lam, kind)
    return lam * gradient(weights)
