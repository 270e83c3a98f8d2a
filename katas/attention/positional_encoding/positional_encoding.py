"""Sinusoidal positions. The statement says what is promised."""

from torch import Tensor


def sinusoidal_positions(length: int, dim: int) -> Tensor:
    """Return the encodings (length, dim) in float32, a row per position.

    ``ValueError`` if ``dim`` is odd.
    """
    raise NotImplementedError
