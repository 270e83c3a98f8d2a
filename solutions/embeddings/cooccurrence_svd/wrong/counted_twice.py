"""Looks to both sides and fills both cells.

两侧都看，又填了两个格子。

caught by: test_neighbours_are_counted_in_both_directions
also fails: test_a_window_beyond_the_text_takes_all_pairs,
test_counts_add_up_over_the_text, test_the_arguments_are_not_modified,
test_the_vocabulary_is_sorted_and_tokens_stay_as_they_are
"""

import numpy as np


def cooccurrence(tokens, window):
    words = sorted(set(tokens))
    index = {word: i for i, word in enumerate(words)}
    counts = np.zeros((len(words), len(words)))
    for i, word in enumerate(tokens):
        for other in tokens[max(0, i - window) : i] + tokens[i + 1 : i + window + 1]:
            counts[index[word], index[other]] += 1
            counts[index[other], index[word]] += 1
    return words, counts


def svd_embed(matrix, k):
    u, s, vt = np.linalg.svd(matrix)
    return u[:, :k] * s[:k]
