"""Writes the limited values into the caller's arrays.

把裁剪后的值写进了调用者的数组。

caught by: test_clipping_by_value_does_not_modify_the_arrays
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
    return [g * (max_norm / norm) for g in grads], norm


def clip_by_value(grads, limit):
    return [np.clip(g, -limit, limit, out=g) for g in grads]
