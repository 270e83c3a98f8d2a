"""Top-k filtering. The statement holds the contract."""

import numpy as np

Array = np.ndarray


def top_k_filter(logits: Array, k: int) -> Array:
    """Return logits (V,) with all but the k largest set to -inf.

    ``ValueError`` for a k below 1.
    """
    raise NotImplementedError
