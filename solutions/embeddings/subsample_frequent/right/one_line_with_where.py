"""Divides with np.divide and where, then clips."""

import numpy as np


def keep_probability(counts, threshold=1e-5):
    f = counts / counts.sum()
    ratio = np.divide(threshold, f, out=np.ones_like(f), where=f > 0)
    return np.clip(np.sqrt(ratio), 0, 1)
