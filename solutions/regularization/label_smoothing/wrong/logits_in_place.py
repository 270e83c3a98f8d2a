"""Subtracts the maximum from the caller's logits.

在调用者的 logits 上减去最大值。

caught by: test_random_logits_agree_with_a_loop
"""

import numpy as np


def smooth_targets(targets, num_classes, eps):
    if not 0 <= eps < 1:
        raise ValueError("eps")
    if (targets < 0).any() or (targets >= num_classes).any():
        raise ValueError("targets")
    return (1 - eps) * np.eye(num_classes)[targets] + eps / num_classes


def log_softmax(logits):
    z = logits
    z -= z.max(1, keepdims=True)
    return z - np.log(np.exp(z).sum(1, keepdims=True))


def smoothed_cross_entropy(logits, targets, eps):
    q = smooth_targets(targets, logits.shape[1], eps)
    return -(q * log_softmax(logits)).sum(1).mean()
