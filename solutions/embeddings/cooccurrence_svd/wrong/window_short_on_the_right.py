"""Leaves out the last position of the window on the right.

窗口右端少了最后一个位置。

caught by: test_neighbours_are_counted_in_both_directions
also fails: test_counts_add_up_over_the_text,
test_the_arguments_are_not_modified,
test_the_vocabulary_is_sorted_and_tokens_stay_as_they_are
"""

import numpy as np


def cooccurrence(tokens, window):
    words = sorted(set(tokens))
    at = {word: i for i, word in enumerate(words)}
    counts = np.zeros((len(words), len(words)))
    for i, token in enumerate(tokens):
        for j in range(max(0, i - window), min(len(tokens), i + window)):
            if j != i:
                counts[at[token], at[tokens[j]]] += 1
    return words, counts


def svd_embed(matrix, k):
    u, s, _ = np.linalg.svd(matrix)
    return u[:, :k] * s[:k]
