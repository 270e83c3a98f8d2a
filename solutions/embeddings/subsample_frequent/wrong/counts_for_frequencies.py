"""Divides by the count instead of the relative frequency.

除以次数，而不是相对频率。

caught by: test_only_relative_frequencies_matter
also fails: test_a_word_that_never_occurs_is_kept,
test_frequent_words_are_kept_with_the_root_of_threshold_over_frequency,
test_int32_counts_are_welcome, test_random_counts_agree_with_a_loop,
test_rare_words_are_always_kept, test_the_counts_are_not_modified,
test_the_default_threshold
"""

import numpy as np


def keep_probability(counts, threshold=1e-5):
    keep = np.ones(len(counts))
    seen = counts > 0
    frequency = counts[seen]
    keep[seen] = np.minimum(1.0, np.sqrt(threshold / frequency))
    return keep
