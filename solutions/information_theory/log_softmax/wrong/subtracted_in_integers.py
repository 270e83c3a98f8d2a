"""Subtracts the maximum in the dtype of the input, which wraps round for unsigned integers.

用输入的 dtype 做减法，无符号整数会回绕。

caught by: test_integers_give_float64
"""

import numpy as np


def log_softmax(x, axis=-1):
    s = x - x.max(axis=axis, keepdims=True)
    return s - np.log(np.exp(s, dtype=np.float64).sum(axis=axis, keepdims=True))
