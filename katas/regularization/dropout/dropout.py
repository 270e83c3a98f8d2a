"""Inverted dropout. The statement holds the contract."""

import numpy as np

Array = np.ndarray


def dropout(
    x: Array,
    p: float,
    training: bool,
    seed: int,
) -> tuple[Array, Array]:
    """Return (output, mask); the mask is True where an entry stays."""
    raise NotImplementedError


def dropout_backward(dy: Array, mask: Array, p: float) -> Array:
    """Return the gradient for x of a training call."""
    raise NotImplementedError
