"""Only nan is refused, or only infinities.

只拒绝了 nan，或只拒绝了无穷大。

caught by: test_numbers_that_are_not_finite_raise_value_error
"""

import numpy as np
Array = np.ndarray

def quantize(w: Array) -> tuple[Array, Array]:
    if np.isnan(w).any():
        raise ValueError('only finite numbers can be quantised')
    largest = np.abs(w).max(axis=1)
    scale = np.where(largest > 0, largest / 127, 1.0)
    q = np.rint(w / scale[:, None])
    return (q.astype(np.int8), scale)

def dequantize(q: Array, scale: Array) -> Array:
    return q * scale[:, None]

def int8_linear(x: Array, q: Array, scale: Array) -> Array:
    xq, x_scale = quantize(x)
    sums = xq.astype(np.int32) @ q.astype(np.int32).T
    return sums * x_scale[:, None] * scale
