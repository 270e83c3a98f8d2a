"""Forgets the square root: compares the sum of squares.

忘了开平方：拿平方和去比较。

caught by: test_the_example_of_the_statement
also fails: test_a_norm_within_the_limit_changes_nothing,
test_clipping_by_norm_does_not_modify_the_arrays,
test_float32_gradients_are_welcome, test_small_gradients_are_scaled_exactly,
test_the_norm_goes_over_all_arrays
"""

import numpy as np


def clip_by_global_norm(grads, max_norm):
    if max_norm <= 0:
        raise ValueError("max_norm")
    norm = float(sum((g**2).sum() for g in grads))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm <= max_norm:
        return list(grads), norm
    return [g * (max_norm / norm) for g in grads], norm


def clip_by_value(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]
