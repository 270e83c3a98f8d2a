"""Sets the target to 1 - eps and forgets its share.

目标类别只设为 1 - eps，漏了它自己的那一份。

caught by: test_every_row_sums_to_1
also fails: test_every_class_gets_its_share_the_target_included,
test_random_logits_agree_with_a_loop,
test_rows_of_different_sizes_do_not_disturb_each_other,
test_the_loss_counts_every_class, test_the_loss_is_a_mean_over_rows
"""

import numpy as np


def smooth_targets(targets, num_classes, eps):
    if not 0 <= eps < 1:
        raise ValueError("eps")
    if (targets < 0).any() or (targets >= num_classes).any():
        raise ValueError("targets")
    return np.where(np.eye(num_classes)[targets] == 1, 1 - eps, eps / num_classes)


def log_softmax(logits):
    z = logits - logits.max(1, keepdims=True)
    return z - np.log(np.exp(z).sum(1, keepdims=True))


def smoothed_cross_entropy(logits, targets, eps):
    q = smooth_targets(targets, logits.shape[1], eps)
    return -(q * log_softmax(logits)).sum(1).mean()
