"""Counts 1/distance, as GloVe does.

像 GloVe 那样按 1/距离 计数。

caught by: test_counts_add_up_over_the_text
also fails: test_a_window_beyond_the_text_takes_all_pairs
"""

import numpy as np


def cooccurrence(tokens, window):
    words = sorted(set(tokens))
    index = {word: i for i, word in enumerate(words)}
    counts = np.zeros((len(words), len(words)))
    for i, word in enumerate(tokens):
        for d, other in enumerate(tokens[i + 1 : i + window + 1], 1):
            counts[index[word], index[other]] += 1 / d
            counts[index[other], index[word]] += 1 / d
    return words, counts


def svd_embed(matrix, k):
    u, s, vt = np.linalg.svd(matrix)
    return u[:, :k] * s[:k]
