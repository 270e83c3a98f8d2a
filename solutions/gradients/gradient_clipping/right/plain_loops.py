"""Loops over single numbers; early return below the limit; gives a tuple."""

import math

import numpy as np


def clip_by_global_norm(grads, max_norm):
    if max_norm <= 0:
        raise ValueError("max_norm")
    total = 0.0
    for g in grads:
        for x in g.flat:
            total += float(x) * float(x)
    norm = total**0.5
    if math.isnan(norm) or math.isinf(norm):
        raise ValueError("not finite")
    if norm <= max_norm:
        return grads, norm
    return tuple(g / norm * max_norm for g in grads), norm


def clip_by_value(grads, limit):
    out = []
    for g in grads:
        new = np.empty_like(g)
        for i, x in np.ndenumerate(g):
            new[i] = min(max(x, -limit), limit)
        out.append(new)
    return out
