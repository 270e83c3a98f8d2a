"""Limits values from above only.

按值裁剪只限制了上界。

caught by: test_values_are_limited_one_by_one
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
    return [np.minimum(g, limit) for g in grads]
