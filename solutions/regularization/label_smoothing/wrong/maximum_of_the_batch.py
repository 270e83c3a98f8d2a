"""Subtracts the maximum of the whole batch.

减去的是整个批的最大值。

caught by: test_rows_of_different_sizes_do_not_disturb_each_other
"""

import numpy as np


def smooth_targets(targets, num_classes, eps):
    if not 0 <= eps < 1:
        raise ValueError("eps")
    if (targets < 0).any() or (targets >= num_classes).any():
        raise ValueError("targets")
    return (1 - eps) * np.eye(num_classes)[targets] + eps / num_classes


def log_softmax(logits):
    z = logits - logits.max()
    return z - np.log(np.exp(z).sum(1, keepdims=True))


def smoothed_cross_entropy(logits, targets, eps):
    q = smooth_targets(targets, logits.shape[1], eps)
    return -(q * log_softmax(logits)).sum(1).mean()
