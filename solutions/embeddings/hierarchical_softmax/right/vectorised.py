"""All scores in one product, signs from the code."""

import numpy as np


def hs_log_prob(h, nodes, path, code):
    if len(path) != len(code):
        raise ValueError("lengths")
    signs = np.array([1.0 if c == "0" else -1.0 for c in code])
    scores = nodes[np.asarray(path, dtype=int)] @ h
    return -np.logaddexp(0.0, -signs * scores).sum()
