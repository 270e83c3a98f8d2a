"""Gives words that never occur the probability 0.

从未出现的词概率成了 0。

caught by: test_a_word_that_never_occurs_is_kept
also fails: test_random_counts_agree_with_a_loop,
test_the_counts_are_not_modified
"""

import numpy as np


def keep_probability(counts, threshold=1e-5):
    keep = np.zeros(len(counts))
    seen = counts > 0
    frequency = counts[seen] / counts.sum()
    keep[seen] = np.minimum(1.0, np.sqrt(threshold / frequency))
    return keep
