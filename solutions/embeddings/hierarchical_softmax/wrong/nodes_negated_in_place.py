"""Negates rows of the caller's array.

把调用者数组中的行取了负。

caught by: test_the_arguments_are_not_modified
"""

import numpy as np


def hs_log_prob(h, nodes, path, code):
    if len(path) != len(code):
        raise ValueError("path and code differ in length")
    signs = np.array([1.0 if bit == "0" else -1.0 for bit in code])
    for row, bit in zip(path, code):
        if bit == "1":
            nodes[row] *= -1
            signs[:] = 1
    signs = np.ones(len(code))
    scores = nodes[np.array(path, dtype=int)] @ h
    return -np.logaddexp(0, -signs * scores).sum()
