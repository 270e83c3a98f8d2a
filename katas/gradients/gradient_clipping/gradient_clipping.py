"""Gradient clipping. The statement holds the contract."""

import numpy as np

Array = np.ndarray


def clip_by_global_norm(
    grads: list[Array],
    max_norm: float,
) -> tuple[list[Array], float]:
    """Return the clipped gradients and their global norm before clipping.

    ``ValueError`` if the norm is not finite or ``max_norm`` is not positive.
    """
    raise NotImplementedError


def clip_by_value(grads: list[Array], limit: float) -> list[Array]:
    """Return the gradients with every entry limited to [-limit, limit]."""
    raise NotImplementedError
