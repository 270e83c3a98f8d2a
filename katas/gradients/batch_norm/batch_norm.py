"""Batch normalisation. The statement holds the contract."""

import numpy as np

Array = np.ndarray


def batch_norm(
    x: Array,
    gamma: Array,
    beta: Array,
    running_mean: Array,
    running_var: Array,
    training: bool,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> tuple[Array, Array, Array]:
    """Return the output (N, D), the new running mean and variance (D,).

    ``x`` is (N, D), the other arrays are (D,). ``ValueError`` for training
    with fewer than two rows.
    """
    raise NotImplementedError
