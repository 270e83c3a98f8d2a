"""Raises IndexError for a target that is too large.

目标过大时抛出 IndexError。

caught by: test_a_target_that_is_too_large_raises_value_error
"""

import numpy as np


def smooth_targets(targets, num_classes, eps):
    if not 0 <= eps < 1:
        raise ValueError("eps")
    if (targets < 0).any():
        raise ValueError("targets")
    return (1 - eps) * np.eye(num_classes)[targets] + eps / num_classes


def log_softmax(logits):
    z = logits - logits.max(1, keepdims=True)
    return z - np.log(np.exp(z).sum(1, keepdims=True))


def smoothed_cross_entropy(logits, targets, eps):
    q = smooth_targets(targets, logits.shape[1], eps)
    return -(q * log_softmax(logits)).sum(1).mean()
