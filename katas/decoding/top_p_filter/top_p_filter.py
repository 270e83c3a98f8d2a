"""Top-p filtering. The statement holds the contract."""

import numpy as np

Array = np.ndarray


def top_p_filter(logits: Array, p: float) -> Array:
    """Return logits (V,) with all tokens outside the nucleus set to -inf.

    ``ValueError`` for a p outside (0, 1].
    """
    raise NotImplementedError
