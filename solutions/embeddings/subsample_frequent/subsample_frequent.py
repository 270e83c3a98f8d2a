"""Subsampling of frequent words (Mikolov et al. 2013), written to be read.

keep(w) = min(1, sqrt(threshold / f(w))), f(w) the relative frequency
"""

import numpy as np

Array = np.ndarray


def keep_probability(counts: Array, threshold: float = 1e-5) -> Array:
    """Return the probability (V,) with which each word is kept."""
    keep = np.ones(len(counts))  # (V,)
    # The trap: a count of 0 would divide by 0. Such words keep their 1.
    seen = counts > 0  # (V,)
    frequency = counts[seen] / counts.sum()
    keep[seen] = np.minimum(1.0, np.sqrt(threshold / frequency))
    return keep
