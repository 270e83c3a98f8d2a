"""Softmax with temperature. The statement holds the contract."""

import numpy as np

Array = np.ndarray


def apply_temperature(logits: Array, temperature: float) -> Array:
    """Return softmax(logits / temperature) over the last axis, (..., V).

    ``ValueError`` for a temperature of 0 or less.
    """
    raise NotImplementedError
