"""Scales the caller's arrays in place.

在调用者的数组上原地缩放。

caught by: test_clipping_by_norm_does_not_modify_the_arrays
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
    for g in grads:
        g *= max_norm / norm
    return grads, norm


def clip_by_value(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]
