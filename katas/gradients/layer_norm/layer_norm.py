"""Layer normalization. The statement holds the contract."""

import numpy as np

Array = np.ndarray


def layer_norm_forward(
    x: Array,
    gamma: Array,
    beta: Array,
    eps: float = 1e-5,
) -> Array:
    """Take x (N, D), gamma (D,), beta (D,); return y (N, D)."""
    raise NotImplementedError


def layer_norm_backward(
    dy: Array,
    x: Array,
    gamma: Array,
    eps: float = 1e-5,
) -> tuple[Array, Array, Array]:
    """Return dx (N, D), dgamma (D,), dbeta (D,) for dy (N, D)."""
    raise NotImplementedError
