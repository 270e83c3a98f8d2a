"""Takes the logarithm of a sigmoid.

先算 sigmoid，再取对数。

caught by: test_wrong_turns_at_10000_cost_10000
"""

import numpy as np


def hs_log_prob(h, nodes, path, code):
    if len(path) != len(code):
        raise ValueError("path and code differ in length")
    signs = np.array([1.0 if bit == "0" else -1.0 for bit in code])
    scores = nodes[np.array(path, dtype=int)] @ h
    return np.log(1 / (1 + np.exp(-signs * scores))).sum()
