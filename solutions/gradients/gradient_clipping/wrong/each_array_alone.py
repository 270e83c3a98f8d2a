"""Clips each array by its own norm, which changes the direction.

每个数组按自己的范数裁剪，改变了方向。

caught by: test_the_norm_goes_over_all_arrays
also fails: test_clipping_by_norm_does_not_modify_the_arrays,
test_float32_gradients_are_welcome, test_the_example_of_the_statement
"""

import numpy as np


def clip_by_global_norm(grads, max_norm):
    if max_norm <= 0:
        raise ValueError("max_norm")
    norm = float(np.sqrt(sum((g**2).sum() for g in grads)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    norms = [np.linalg.norm(g) for g in grads]
    return [g * (max_norm / n) if n > max_norm else g for g, n in zip(grads, norms)], norm


def clip_by_value(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]
