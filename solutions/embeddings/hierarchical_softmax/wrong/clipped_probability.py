"""Clips the sigmoid away from 0 before the logarithm.

取对数之前把 sigmoid 截断，避免为 0。

caught by: test_right_turns_at_10000_cost_nothing
also fails: test_wrong_turns_at_10000_cost_10000
"""

import numpy as np


def hs_log_prob(h, nodes, path, code):
    if len(path) != len(code):
        raise ValueError("path and code differ in length")
    signs = np.array([1.0 if bit == "0" else -1.0 for bit in code])
    scores = nodes[np.array(path, dtype=int)] @ h
    p = np.exp(-np.logaddexp(0, -signs * scores))
    return np.log(np.clip(p, 1e-8, 1 - 1e-8)).sum()
