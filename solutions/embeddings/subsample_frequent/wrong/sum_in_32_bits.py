"""Sums in the dtype of the counts.

求和时沿用 counts 的 dtype。

caught by: test_int32_counts_are_welcome
"""

import numpy as np


def keep_probability(counts, threshold=1e-5):
    keep = np.ones(len(counts))
    seen = counts > 0
    frequency = counts[seen] / counts.sum(dtype=counts.dtype)
    keep[seen] = np.minimum(1.0, np.sqrt(threshold / frequency))
    return keep
