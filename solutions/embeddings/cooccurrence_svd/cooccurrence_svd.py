"""Word vectors from co-occurrence counts, written to be read."""

import numpy as np

Array = np.ndarray


def cooccurrence(tokens: list[str], window: int) -> tuple[list[str], Array]:
    """Return the sorted vocabulary and the symmetric counts (V, V)."""
    words = sorted(set(tokens))
    index = {word: i for i, word in enumerate(words)}
    counts = np.zeros((len(words), len(words)))  # (V, V)
    for i, word in enumerate(tokens):
        # The trap: looking to both sides and filling both cells counts a pair
        # twice. So look to the right only.
        for other in tokens[i + 1 : i + window + 1]:
            counts[index[word], index[other]] += 1
            counts[index[other], index[word]] += 1
    return words, counts


def svd_embed(matrix: Array, k: int) -> Array:
    """Return the rows of U_k Σ_k: (V, k) for a matrix (V, V)."""
    u, s, _ = np.linalg.svd(matrix)  # (V, V), (V,), s from large to small
    return u[:, :k] * s[:k]  # (V, k), each column times its value
