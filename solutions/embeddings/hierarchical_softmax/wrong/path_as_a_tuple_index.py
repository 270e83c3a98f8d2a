"""Indexes with the path as it comes.

直接用 path 作下标。

caught by: test_the_path_may_be_a_tuple
"""

import numpy as np


def hs_log_prob(h, nodes, path, code):
    if len(path) != len(code):
        raise ValueError("path and code differ in length")
    signs = np.array([1.0 if bit == "0" else -1.0 for bit in code])
    scores = nodes[path or slice(0, 0)] @ h
    return -np.logaddexp(0, -signs * scores).sum()
