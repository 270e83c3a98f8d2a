"""Subsampling of frequent words. The statement holds the contract."""

import numpy as np

Array = np.ndarray


def keep_probability(counts: Array, threshold: float = 1e-5) -> Array:
    """Return the probability (V,) with which each word is kept."""
    raise NotImplementedError
