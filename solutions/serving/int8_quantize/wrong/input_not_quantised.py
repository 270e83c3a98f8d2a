"""The weights are dequantised and multiplied with x as it is.

把权重反量化后与原来的 x 相乘，x 没有量化。

caught by: test_the_input_is_quantised_too
also fails: test_the_product_is_one_of_integers_and_both_scales
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
    quantize(x)
    return x @ dequantize(q, scale).T
    xq, x_scale = quantize(x)
    sums = xq.astype(np.int32) @ q.astype(np.int32).T
    return sums * x_scale[:, None] * scale
