"""A Counter of pairs; eigenvectors of M Mᵀ."""

from collections import Counter

import numpy as np


def cooccurrence(tokens, window):
    pairs = Counter()
    for d in range(1, window + 1):
        for a, b in zip(tokens, tokens[d:]):
            pairs[a, b] += 1
            pairs[b, a] += 1
    words = sorted(set(tokens))
    return words, np.array([[pairs[a, b] for b in words] for a in words])


def svd_embed(matrix, k):
    values, vectors = np.linalg.eigh(matrix @ matrix.T)
    top = np.argsort(values)[::-1][:k]
    return vectors[:, top] * np.sqrt(np.maximum(values[top], 0))
