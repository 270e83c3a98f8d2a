"""Turns tokens into lower case.

把 token 转成了小写。

caught by: test_the_vocabulary_is_sorted_and_tokens_stay_as_they_are
"""

import numpy as np


def cooccurrence(tokens, window):
    tokens = [t.lower() for t in tokens]
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
    return u[:, :k] * s[:k]
