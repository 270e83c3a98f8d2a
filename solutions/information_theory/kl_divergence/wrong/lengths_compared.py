"""Compares lengths instead of shapes.

比较的是长度，而不是形状。

caught by: test_unequal_shapes_raise_value_error
"""

import numpy as np


def kl_divergence(p, q):
    if len(p) != len(q):
        raise ValueError
    p, q = np.broadcast_arrays(p, q)
    seen = p > 0
    with np.errstate(divide="ignore"):
        return float(np.sum(p[seen] * np.log(p[seen] / q[seen])))
