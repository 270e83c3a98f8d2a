"""Scales to max_norm even when the norm is below it.

范数没超过上限时也缩放到 max_norm。

caught by: test_a_norm_within_the_limit_changes_nothing
"""

import numpy as np


def clip_by_global_norm(grads, max_norm):
    if max_norm <= 0:
        raise ValueError("max_norm")
    norm = float(np.sqrt(sum((g**2).sum() for g in grads)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm == 0:
        return list(grads), norm
    return [g * (max_norm / norm) for g in grads], norm


def clip_by_value(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]
