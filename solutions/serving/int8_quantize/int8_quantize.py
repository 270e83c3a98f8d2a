"""Symmetric int8 quantisation with a scale for each row, written to be read.

scale = max|w| / 127,  q = round(w / scale)
"""

import numpy as np

Array = np.ndarray


def quantize(w: Array) -> tuple[Array, Array]:
    """Return q (out, in) int8 and scale (out,) of w (out, in)."""
    if not np.isfinite(w).all():
        raise ValueError("only finite numbers can be quantised")
    largest = np.abs(w).max(axis=1)  # (out,)
    # 0 / 0 would be nan. Any scale fits zeros, and 1 is as good as another.
    scale = np.where(largest > 0, largest / 127, 1.0)  # (out,)
    q = np.rint(w / scale[:, None])  # (out, in), halves to even
    return q.astype(np.int8), scale


def dequantize(q: Array, scale: Array) -> Array:
    """Return the weights (out, in) that q and scale stand for."""
    return q * scale[:, None]


def int8_linear(x: Array, q: Array, scale: Array) -> Array:
    """Return x Wᵀ (B, out), multiplied and summed in integers."""
    xq, x_scale = quantize(x)  # (B, in), (B,)
    # The trap: int8 times int8 is int8 in NumPy, and 100 * 2 wraps around.
    # int32 holds up to 133,000 products of 127 * 127.
    sums = xq.astype(np.int32) @ q.astype(np.int32).T  # (B, out)
    # Both scales are constant in a sum, so they can wait until here.
    return sums * x_scale[:, None] * scale
