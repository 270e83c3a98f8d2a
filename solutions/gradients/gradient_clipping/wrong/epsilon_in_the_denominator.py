"""Adds 1e-6 to the norm in the denominator, as PyTorch does.

像 PyTorch 那样在分母的范数上加了 1e-6。

caught by: test_small_gradients_are_scaled_exactly
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
    return [g * (max_norm / (norm + 1e-6)) for g in grads], norm


def clip_by_value(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]
