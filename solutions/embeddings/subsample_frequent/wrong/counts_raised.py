"""Raises counts of 0 to 1 in the caller's array.

在调用者的数组里把 0 改成了 1。

caught by: test_the_counts_are_not_modified
"""

import numpy as np


def keep_probability(counts, threshold=1e-5):
    keep = np.ones(len(counts))
    seen = counts > 0
    frequency = counts[seen] / counts.sum()
    counts[~seen] = 1
    keep[seen] = np.minimum(1.0, np.sqrt(threshold / frequency))
    return keep
