"""Refuses an empty path.

遇到空路径就报错。

caught by: test_an_empty_path_gives_zero
"""

import numpy as np


def hs_log_prob(h, nodes, path, code):
    if len(path) != len(code) or not code:
        raise ValueError("path and code differ in length")
    signs = np.array([1.0 if bit == "0" else -1.0 for bit in code])
    scores = nodes[np.array(path, dtype=int)] @ h
    return -np.logaddexp(0, -signs * scores).sum()
