"""Gives the probability to drop a word.

返回的是丢弃概率。

caught by: test_rare_words_are_always_kept
also fails: test_a_word_that_never_occurs_is_kept,
test_only_relative_frequencies_matter, test_random_counts_agree_with_a_loop,
test_the_counts_are_not_modified, test_the_default_threshold
"""

import numpy as np


def keep_probability(counts, threshold=1e-5):
    keep = np.ones(len(counts))
    seen = counts > 0
    frequency = counts[seen] / counts.sum()
    keep[seen] = np.minimum(1.0, np.sqrt(threshold / frequency))
    return 1 - keep
