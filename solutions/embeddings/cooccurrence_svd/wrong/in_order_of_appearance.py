"""Lists the vocabulary in order of appearance.

词表按出现顺序排列。

caught by: test_the_vocabulary_is_sorted_and_tokens_stay_as_they_are
also fails: test_a_window_beyond_the_text_takes_all_pairs,
test_counts_add_up_over_the_text, test_the_arguments_are_not_modified
"""

import numpy as np


def cooccurrence(tokens, window):
    words = list(dict.fromkeys(tokens))
    index = {word: i for i, word in enumerate(words)}
    counts = np.zeros((len(words), len(words)))
    for i, word in enumerate(tokens):
        for other in tokens[i + 1 : i + window + 1]:
            counts[index[word], index[other]] += 1
            counts[index[other], index[word]] += 1
    return words, counts


def svd_embed(matrix, k):
    u, s, vt = np.linalg.svd(matrix)
    return u[:, :k] * s[:k]
