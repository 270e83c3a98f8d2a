"""Sums over rows.

对行求和而不是求均值。

caught by: test_the_loss_is_a_mean_over_rows
also fails: test_random_logits_agree_with_a_loop,
test_rows_of_different_sizes_do_not_disturb_each_other
"""

import numpy as np


def smooth_targets(targets, num_classes, eps):
    if not 0 <= eps < 1:
        raise ValueError("eps")
    if (targets < 0).any() or (targets >= num_classes).any():
        raise ValueError("targets")
    return (1 - eps) * np.eye(num_classes)[targets] + eps / num_classes


def log_softmax(logits):
    z = logits - logits.max(1, keepdims=True)
    return z - np.log(np.exp(z).sum(1, keepdims=True))


def smoothed_cross_entropy(logits, targets, eps):
    q = smooth_targets(targets, logits.shape[1], eps)
    return -(q * log_softmax(logits)).sum()
