"""Int8 quantisation. The statement holds the contract."""

import numpy as np

Array = np.ndarray


def quantize(w: Array) -> tuple[Array, Array]:
    """Return q (out, in) int8 and scale (out,) of w (out, in).

    ``ValueError`` for weights that are not finite.
    """
    raise NotImplementedError


def dequantize(q: Array, scale: Array) -> Array:
    """Return the weights (out, in) that q and scale stand for."""
    raise NotImplementedError


def int8_linear(x: Array, q: Array, scale: Array) -> Array:
    """Return x Wᵀ (B, out), multiplied and summed in integers.

    ``ValueError`` for inputs that are not finite.
    """
    raise NotImplementedError
