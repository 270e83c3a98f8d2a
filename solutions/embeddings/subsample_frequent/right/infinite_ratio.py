"""Lets 0 give inf, with the warning switched off; the minimum takes care of it."""

import numpy as np


def keep_probability(counts, threshold=1e-5):
    with np.errstate(divide="ignore"):
        return np.minimum(np.sqrt(threshold / (counts / np.sum(counts, dtype=np.float64))), 1.0)
