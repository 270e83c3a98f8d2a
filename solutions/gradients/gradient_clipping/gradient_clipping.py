"""Gradient clipping, written to be read.

By global norm (Pascanu, Mikolov, Bengio 2013): all gradients are seen as one
long vector. If it is longer than max_norm, it is made shorter, and it keeps
its direction. Clipping by value limits each entry alone and turns the
direction.
"""

import math

import numpy as np

Array = np.ndarray


def clip_by_global_norm(
    grads: list[Array],
    max_norm: float,
) -> tuple[list[Array], float]:
    """Return the clipped gradients and their global norm before clipping."""
    if max_norm <= 0:
        raise ValueError(f"max_norm must be positive, not {max_norm}")
    # One norm for all arrays. A norm for each would change the direction.
    norm = math.sqrt(sum(float((g**2).sum()) for g in grads))
    # The trap: nan > max_norm is False, so nan would pass as small.
    if not math.isfinite(norm):
        raise ValueError(f"the norm of the gradients is {norm}")
    scale = max_norm / max(norm, max_norm)  # 1 within the limit
    return [g * scale for g in grads], norm


def clip_by_value(grads: list[Array], limit: float) -> list[Array]:
    """Return the gradients with every entry limited to [-limit, limit]."""
    return [g.clip(-limit, limit) for g in grads]
