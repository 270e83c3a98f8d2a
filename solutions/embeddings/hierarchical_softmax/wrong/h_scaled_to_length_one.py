"""Scales h to length 1 first.

先把 h 缩放到长度 1。

caught by: test_the_leaves_of_a_tree_share_a_probability_of_one
"""

import numpy as np


def hs_log_prob(h, nodes, path, code):
    if len(path) != len(code):
        raise ValueError("path and code differ in length")
    signs = np.array([1.0 if bit == "0" else -1.0 for bit in code])
    scores = nodes[np.array(path, dtype=int)] @ (h / np.linalg.norm(h))
    return -np.logaddexp(0, -signs * scores).sum()
