"""Counts too little: sets the entry to 1 instead of adding, or misses pairs near the start.

计数偏少：把元素置为 1 而不是累加，或者漏掉了开头附近的词对。

caught by: test_counts_add_up_over_the_text
"""

import numpy as np


def cooccurrence(tokens, window):
    words = sorted(set(tokens))
    index = {word: i for i, word in enumerate(words)}
    counts = np.zeros((len(words), len(words)))
    for i, word in enumerate(tokens):
        for other in tokens[i + 1 : i + window + 1]:
            counts[index[word], index[other]] = 1
            counts[index[other], index[word]] = 1
    return words, counts


def svd_embed(matrix, k):
    u, s, vt = np.linalg.svd(matrix)
    return u[:, :k] * s[:k]
