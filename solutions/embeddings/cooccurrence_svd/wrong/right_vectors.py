"""Uses the right singular vectors.

用了右奇异向量。

caught by: test_columns_are_left_singular_vectors_times_their_values
also fails: test_a_singular_value_of_zero_gives_a_column_of_zeros,
test_random_matrices_agree_with_numpy
"""

import numpy as np


def cooccurrence(tokens, window):
    words = sorted(set(tokens))
    index = {word: i for i, word in enumerate(words)}
    counts = np.zeros((len(words), len(words)))
    for i, word in enumerate(tokens):
        for other in tokens[i + 1 : i + window + 1]:
            counts[index[word], index[other]] += 1
            counts[index[other], index[word]] += 1
    return words, counts


def svd_embed(matrix, k):
    u, s, vt = np.linalg.svd(matrix)
    return vt[:k].T * s[:k]
