"""np.add.at over shifted ids; the matrix projected on its right singular vectors."""

import numpy as np


def cooccurrence(tokens, window):
    words, ids = np.unique(tokens, return_inverse=True)
    counts = np.zeros((len(words),) * 2, dtype=int)
    for d in range(1, min(window, len(ids) - 1) + 1):
        np.add.at(counts, (ids[:-d], ids[d:]), 1)
    return words.tolist(), counts + counts.T


def svd_embed(matrix, k):
    _, _, vt = np.linalg.svd(matrix)
    return matrix @ vt[:k].T
