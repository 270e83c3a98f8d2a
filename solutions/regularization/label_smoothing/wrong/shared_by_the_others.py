"""Shares eps among the other classes only.

只把 eps 分给其他类别。

caught by: test_every_class_gets_its_share_the_target_included
also fails: test_large_logits_are_exact, test_random_logits_agree_with_a_loop,
test_the_loss_counts_every_class, test_the_loss_is_a_mean_over_rows
"""

import numpy as np


def smooth_targets(targets, num_classes, eps):
    if not 0 <= eps < 1:
        raise ValueError("eps")
    if (targets < 0).any() or (targets >= num_classes).any():
        raise ValueError("targets")
    hot = np.eye(num_classes)[targets]
    return (1 - eps) * hot + (1 - hot) * eps / (num_classes - 1)


def log_softmax(logits):
    z = logits - logits.max(1, keepdims=True)
    return z - np.log(np.exp(z).sum(1, keepdims=True))


def smoothed_cross_entropy(logits, targets, eps):
    q = smooth_targets(targets, logits.shape[1], eps)
    return -(q * log_softmax(logits)).sum(1).mean()
