"""The caller's weights are divided in place.

就地除了调用者的权重。

caught by: test_the_arguments_stay_as_they_are
"""

import numpy as np
Array = np.ndarray

def quantize(w: Array) -> tuple[Array, Array]:
    if not np.isfinite(w).all():
        raise ValueError('only finite numbers can be quantised')
    largest = np.abs(w).max(axis=1)
    scale = np.where(largest > 0, largest / 127, 1.0)
    w /= scale[:, None]
    q = np.rint(w)
    return (q.astype(np.int8), scale)

def dequantize(q: Array, scale: Array) -> Array:
    return q * scale[:, None]

def int8_linear(x: Array, q: Array, scale: Array) -> Array:
    xq, x_scale = quantize(x)
    sums = xq.astype(np.int32) @ q.astype(np.int32).T
    return sums * x_scale[:, None] * scale
