"""Subtracts from the caller's array in place.

在调用者的数组上原地做减法。

caught by: test_the_argument_is_not_modified
"""

import numpy as np


def log_softmax(x, axis=-1):
    if x.dtype.kind != "f":
        x = x.astype(np.float64)
    x -= x.max(axis=axis, keepdims=True)
    x -= np.log(np.exp(x).sum(axis=axis, keepdims=True))
    return x
