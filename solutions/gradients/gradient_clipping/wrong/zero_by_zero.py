"""Computes max_norm / norm before looking at the norm: 0 by 0 for zero gradients.

先算 max_norm / norm 再看范数：梯度为 0 时除以 0。

caught by: test_zero_gradients_stay_zero
"""

import numpy as np


def clip_by_global_norm(grads, max_norm):
    if max_norm <= 0:
        raise ValueError("max_norm")
    norm = float(np.sqrt(sum((g**2).sum() for g in grads)))
    if not np.isfinite(norm):
        raise ValueError("not finite")
    scale = min(1.0, max_norm / norm)
    return [g * scale for g in grads], norm


def clip_by_value(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]
