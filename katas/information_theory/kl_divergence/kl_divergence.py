"""KL divergence of two distributions. The statement holds the contract."""

import numpy as np

Array = np.ndarray


def kl_divergence(p: Array, q: Array) -> float:
    """Return KL(p‖q) in nats, for probabilities ``p`` and ``q`` of one shape.

    ``inf`` where ``q`` rules out what ``p`` allows. Unequal shapes raise
    ``ValueError``.
    """
    raise NotImplementedError
