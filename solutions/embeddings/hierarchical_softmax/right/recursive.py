"""Recursive over the path; gives a 0-d array."""

import numpy as np


def hs_log_prob(h, nodes, path, code):
    if len(path) != len(code):
        raise ValueError("path and code must match")
    if not code:
        return np.array(0.0)
    x = (1 - 2 * int(code[0])) * np.dot(nodes[path[0]], h)
    return np.array(np.minimum(x, 0) - np.log1p(np.exp(-np.abs(x))) + hs_log_prob(h, nodes, path[1:], code[1:]))
