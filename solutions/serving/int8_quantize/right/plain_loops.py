"""Loops over rows; Python's round, which takes halves to even; exact Python integers."""

import math

import numpy as np


def quantize_row(row):
    if not all(map(math.isfinite, row)):
        raise ValueError("row holds nan or inf")
    scale = max(map(abs, row)) / 127 or 1.0
    return [round(v / scale) for v in row], scale


def quantize(w):
    rows = [quantize_row(row) for row in w.tolist()]
    return np.array([q for q, _ in rows], dtype=np.int8), np.array([s for _, s in rows])


def dequantize(q, scale):
    return np.array([[v * s for v in row] for row, s in zip(q.tolist(), scale.tolist())])


def int8_linear(x, q, scale):
    out = np.empty((len(x), len(q)))
    for b, row in enumerate(x.tolist()):
        xq, xs = quantize_row(row)
        for o, weights in enumerate(q.tolist()):
            out[b, o] = sum(map(int.__mul__, xq, weights)) * xs * scale[o]
    return out
