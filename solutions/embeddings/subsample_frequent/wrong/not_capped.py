"""Does not cap the root at 1.

没有把根截断到 1。

caught by: test_rare_words_are_always_kept
also fails: test_random_counts_agree_with_a_loop
"""

import numpy as np


def keep_probability(counts, threshold=1e-5):
    keep = np.ones(len(counts))
    seen = counts > 0
    frequency = counts[seen] / counts.sum()
    keep[seen] = np.sqrt(threshold / frequency)
    return keep
