"""Forgets the square root.

忘了开平方。

caught by: test_frequent_words_are_kept_with_the_root_of_threshold_over_frequency
also fails: test_int32_counts_are_welcome,
test_only_relative_frequencies_matter, test_random_counts_agree_with_a_loop,
test_the_default_threshold
"""

import numpy as np


def keep_probability(counts, threshold=1e-5):
    keep = np.ones(len(counts))
    seen = counts > 0
    frequency = counts[seen] / counts.sum()
    keep[seen] = np.minimum(1.0, threshold / frequency)
    return keep
