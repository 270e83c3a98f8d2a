"""Sliding window and ALiBi. The statement says what is promised."""

from torch import Tensor


def sliding_window_mask(length: int, window: int) -> Tensor:
    """Return a bool mask (T, T): True where query i may see key j.

    ``ValueError`` if ``window < 1``.
    """
    raise NotImplementedError


def alibi_bias(num_heads: int, length: int) -> Tensor:
    """Return the bias (num_heads, T, T) in float32, -inf for later keys.

    ``ValueError`` unless ``num_heads`` is a power of two.
    """
    raise NotImplementedError
