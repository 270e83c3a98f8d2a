"""Writes the result into an array like the input, which truncates it for integers.

把结果写进与输入同 dtype 的数组，整数输入时被截断。

caught by: test_integers_give_float64
also fails: test_the_argument_is_not_modified
"""

import numpy as np


def log_softmax(x, axis=-1):
    f = np.asarray(x, dtype=float)
    s = f - f.max(axis=axis, keepdims=True)
    out = np.empty_like(x)
    out[...] = s - np.log(np.exp(s).sum(axis=axis, keepdims=True))
    return out
