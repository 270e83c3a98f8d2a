"""Gives the probabilities from the most to the least frequent word.

按频率从高到低排列结果。

caught by: test_random_counts_agree_with_a_loop
also fails: test_only_relative_frequencies_matter
"""

import numpy as np


def keep_probability(counts, threshold=1e-5):
    keep = np.ones(len(counts))
    seen = counts > 0
    frequency = counts[seen] / counts.sum()
    keep[seen] = np.minimum(1.0, np.sqrt(threshold / frequency))
    return np.sort(keep)
