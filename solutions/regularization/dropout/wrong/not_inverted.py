"""Does not scale in training, and multiplies by 1 - p in evaluation.

训练时不缩放，评估时才乘 1 - p。

caught by: test_evaluation_changes_nothing
also fails: test_entries_are_dropped_independently,
test_kept_entries_are_divided_by_1_minus_p,
test_the_gradient_has_the_mask_and_the_scale,
test_the_number_of_dropped_entries_varies, test_the_seed_decides,
test_the_share_of_dropped_entries_is_p
"""

import numpy as np


def dropout(x, p, training, seed):
    if not 0 <= p < 1:
        raise ValueError("p")
    if not training:
        return x * (1 - p), np.ones(x.shape, dtype=bool)
    mask = np.random.default_rng(seed).random(x.shape) >= p
    return x * mask, mask


def dropout_backward(dy, mask, p):
    if not 0 <= p < 1:
        raise ValueError("p")
    return dy * mask
