"""Raises for infinities only: nan compares as False and passes.

只对无穷大报错：nan 的比较结果为 False，漏了过去。

caught by: test_a_norm_that_is_not_finite_raises_value_error
"""

import numpy as np


def clip_by_global_norm(grads, max_norm):
    if max_norm <= 0:
        raise ValueError("max_norm")
    norm = float(np.sqrt(sum((g**2).sum() for g in grads)))
    if norm == float("inf"):
        raise ValueError("not finite")
    if norm <= max_norm:
        return list(grads), norm
    return [g * (max_norm / norm) for g in grads], norm


def clip_by_value(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]
