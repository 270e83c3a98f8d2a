"""Uses x − ln(1 + e^x), which overflows for large x.

用了 x − ln(1 + e^x)，x 很大时会溢出。

caught by: test_right_turns_at_10000_cost_nothing
"""

import numpy as np


def hs_log_prob(h, nodes, path, code):
    if len(path) != len(code):
        raise ValueError("path and code differ in length")
    signs = np.array([1.0 if bit == "0" else -1.0 for bit in code])
    scores = nodes[np.array(path, dtype=int)] @ h
    x = signs * scores
    return (x - np.log(1 + np.exp(x))).sum()
