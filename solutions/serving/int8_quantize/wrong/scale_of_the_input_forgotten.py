"""The result isn't multiplied by the scale of x.

结果没有乘以 x 的 scale。

caught by: test_the_product_is_one_of_integers_and_both_scales
also fails: test_the_arguments_stay_as_they_are
"""

import numpy as np
Array = np.ndarray

def quantize(w: Array) -> tuple[Array, Array]:
    if not np.isfinite(w).all():
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
    return sums * scale
