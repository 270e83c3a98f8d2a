"""Generalized advantage estimation. The statement holds the contract."""

import numpy as np

Array = np.ndarray


def gae(
    rewards: Array,
    values: Array,
    dones: Array,
    gamma: float = 0.99,
    lam: float = 0.95,
) -> tuple[Array, Array]:
    """Return the advantages and the returns, both (T,)."""
    raise NotImplementedError
