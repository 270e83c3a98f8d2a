"""Returns the norm after clipping.

返回的是裁剪之后的范数。

caught by: test_the_example_of_the_statement
also fails: test_clipping_by_norm_does_not_modify_the_arrays,
test_float32_gradients_are_welcome, test_small_gradients_are_scaled_exactly,
test_the_norm_goes_over_all_arrays
"""

import numpy as np


def clip_by_global_norm(grads, max_norm):
    if max_norm <= 0:
        raise ValueError("max_norm")
    norm = float(np.sqrt(sum((g**2).sum() for g in grads)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm <= max_norm:
        return list(grads), norm
    return [g * (max_norm / norm) for g in grads], max_norm


def clip_by_value(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]
