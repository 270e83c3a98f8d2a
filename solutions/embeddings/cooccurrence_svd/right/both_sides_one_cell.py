"""Looks to both sides and fills one cell; a diagonal matrix for the values; signs flipped."""

import numpy as np


def cooccurrence(tokens, window):
    words = sorted(set(tokens))
    m = np.zeros((len(words), len(words)))
    for i in range(len(tokens)):
        for j in range(max(0, i - window), min(len(tokens), i + window + 1)):
            if i != j:
                m[words.index(tokens[i]), words.index(tokens[j])] += 1
    return words, m


def svd_embed(matrix, k):
    u, s, _ = np.linalg.svd(matrix, full_matrices=False)
    return -u[:, :k] @ np.diag(s[:k])
