"""Integers kept in float64 matrices, where sums below 2**53 are exact, so that BLAS multiplies."""

import numpy as np


def _scales(w):
    if not np.all(np.isfinite(w)):
        raise ValueError
    s = np.linalg.norm(w, ord=np.inf, axis=1) / 127
    return np.where(s == 0, 1, s)


def quantize(w):
    s = _scales(w)
    return np.rint((w.T / s).T).astype(np.int8), s


def dequantize(q, scale):
    return np.diag(scale) @ q.astype(float)


def int8_linear(x, q, scale):
    xq, s = quantize(x)
    return (xq.astype(float) @ q.astype(float).T) * s.reshape(-1, 1) * scale.reshape(1, -1)
