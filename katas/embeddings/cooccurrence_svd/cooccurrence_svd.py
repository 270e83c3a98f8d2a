"""Co-occurrence counts and SVD embeddings. The statement is the contract."""

import numpy as np

Array = np.ndarray


def cooccurrence(tokens: list[str], window: int) -> tuple[list[str], Array]:
    """Return the sorted vocabulary and the symmetric counts (V, V)."""
    raise NotImplementedError


def svd_embed(matrix: Array, k: int) -> Array:
    """Return the rows of U_k Σ_k: (V, k) for a matrix (V, V)."""
    raise NotImplementedError
