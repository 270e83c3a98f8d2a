"""Accepts a max_norm of 0 and returns zeros.

接受 max_norm 为 0，返回全 0。

caught by: test_a_limit_that_is_not_positive_raises_value_error
"""

import numpy as np


def clip_by_global_norm(grads, max_norm):
    if max_norm < 0:
        raise ValueError("max_norm")
    norm = float(np.sqrt(sum((g**2).sum() for g in grads)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    if norm <= max_norm:
        return list(grads), norm
    return [g * (max_norm / norm) for g in grads], norm


def clip_by_value(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]
