"""Loops over the flat array with the standard library's random; assigns by index; gives a list of two."""

import random

import numpy as np


def checked(p):
    if not (p >= 0 and p < 1):
        raise ValueError(p)
    return 1 - p


def dropout(x, p, training, seed):
    keep = checked(p)
    draw = random.Random(seed)
    mask = np.array([not training or draw.random() < keep for _ in range(x.size)], dtype=bool).reshape(x.shape)
    out = np.zeros(x.shape)
    out[mask] = x[mask] / (keep if training else 1)
    return [out, mask]


def dropout_backward(dy, mask, p):
    keep = checked(p)
    out = np.zeros(dy.shape)
    out[mask] = dy[mask] / keep
    return out
