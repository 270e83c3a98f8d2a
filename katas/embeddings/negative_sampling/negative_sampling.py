"""Skip-gram with negative sampling. The statement holds the contract."""

import numpy as np

Array = np.ndarray


def sgns_loss(
    center: Array,
    context: Array,
    negatives: Array,
) -> tuple[float, Array, Array, Array]:
    """Return the loss and its gradients for center, context and negatives.

    ``center`` and ``context`` are (D,), ``negatives`` is (K, D).
    """
    raise NotImplementedError


def noise_distribution(counts: Array, power: float = 0.75) -> Array:
    """Return the probabilities (V,) from which negatives are drawn."""
    raise NotImplementedError
