"""Caps the window at half the length of the text.

把窗口限制为文本长度的一半。

caught by: test_a_window_beyond_the_text_takes_all_pairs
"""

import numpy as np


def cooccurrence(tokens, window):
    words = sorted(set(tokens))
    index = {word: i for i, word in enumerate(words)}
    counts = np.zeros((len(words), len(words)))
    window = min(window, len(tokens) // 2)
    for i, word in enumerate(tokens):
        for other in tokens[i + 1 : i + window + 1]:
            counts[index[word], index[other]] += 1
            counts[index[other], index[word]] += 1
    return words, counts


def svd_embed(matrix, k):
    u, s, vt = np.linalg.svd(matrix)
    return u[:, :k] * s[:k]
