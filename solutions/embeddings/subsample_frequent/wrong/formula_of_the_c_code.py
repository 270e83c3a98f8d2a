"""Adds threshold / f to the root, as word2vec's C code does.

像 word2vec 的 C 代码那样，在根号之外又加了 threshold / f。

caught by: test_frequent_words_are_kept_with_the_root_of_threshold_over_frequency
also fails: test_int32_counts_are_welcome,
test_only_relative_frequencies_matter, test_random_counts_agree_with_a_loop
"""

import numpy as np


def keep_probability(counts, threshold=1e-5):
    keep = np.ones(len(counts))
    seen = counts > 0
    ratio = threshold * counts.sum() / counts[seen]
    keep[seen] = np.minimum(1.0, np.sqrt(ratio) + ratio)
    return keep
