"""Cuts the longer of path and code.

把 path 和 code 中较长的截短。

caught by: test_unequal_lengths_raise_value_error
"""

import numpy as np


def hs_log_prob(h, nodes, path, code):
    path, code = path[: len(code)], code[: len(path)]
    signs = np.array([1.0 if bit == "0" else -1.0 for bit in code])
    scores = nodes[np.array(path, dtype=int)] @ h
    return -np.logaddexp(0, -signs * scores).sum()
