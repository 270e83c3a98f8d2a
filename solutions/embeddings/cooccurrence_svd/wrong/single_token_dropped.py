"""Returns an empty vocabulary for a single token.

只有一个 token 时返回了空词表。

caught by: test_a_single_token_has_no_pair
"""

import numpy as np


def cooccurrence(tokens, window):
    if len(tokens) < 2:
        return [], np.zeros((0, 0))
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
