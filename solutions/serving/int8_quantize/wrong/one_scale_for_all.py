"""One scale is computed for the whole matrix.

整个矩阵只算了一个 scale。

caught by: test_each_row_has_a_scale_of_its_own
also fails: test_a_row_of_zeros_has_the_scale_one,
test_the_product_is_one_of_integers_and_both_scales, test_weights_become_int8
"""

import numpy as np
Array = np.ndarray

def quantize(w: Array) -> tuple[Array, Array]:
    if not np.isfinite(w).all():
        raise ValueError('only finite numbers can be quantised')
    largest = np.full(len(w), np.abs(w).max())
    scale = np.where(largest > 0, largest / 127, 1.0)
    q = np.rint(w / scale[:, None])
    return (q.astype(np.int8), scale)

def dequantize(q: Array, scale: Array) -> Array:
    return q * scale[:, None]

def int8_linear(x: Array, q: Array, scale: Array) -> Array:
    xq, x_scale = quantize(x)
    sums = xq.astype(np.int32) @ q.astype(np.int32).T
    return sums * x_scale[:, None] * scale
