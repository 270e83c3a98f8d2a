"""Layer normalization (Ba et al. 2016), written to be read.

y = gamma * (x - mean) / sqrt(var + eps) + beta
"""

import numpy as np

Array = np.ndarray


def layer_norm_forward(
    x: Array,
    gamma: Array,
    beta: Array,
    eps: float = 1e-5,
) -> Array:
    """Take x (N, D), gamma (D,), beta (D,); return y (N, D)."""
    normalized, _ = normalize(x, eps)
    return gamma * normalized + beta


def layer_norm_backward(
    dy: Array,
    x: Array,
    gamma: Array,
    eps: float = 1e-5,
) -> tuple[Array, Array, Array]:
    """Return dx (N, D), dgamma (D,), dbeta (D,) for dy (N, D)."""
    normalized, root = normalize(x, eps)
    g = dy * gamma  # the gradient for the normalized x, (N, D)
    # The trap: each x acts in three ways. Directly, through the mean of its
    # row (the second term) and through the variance (the third).
    through_mean = g.mean(axis=1, keepdims=True)  # (N, 1)
    through_var = normalized * (g * normalized).mean(axis=1, keepdims=True)
    dx = (g - through_mean - through_var) / root
    return dx, (dy * normalized).sum(axis=0), dy.sum(axis=0)


def normalize(x: Array, eps: float) -> tuple[Array, Array]:
    """Return the normalized rows (N, D) and sqrt(var + eps) (N, 1)."""
    centred = x - x.mean(axis=1, keepdims=True)  # (N, D)
    var = np.mean(centred**2, axis=1, keepdims=True)  # biased, (N, 1)
    root = np.sqrt(var + eps)
    return centred / root, root
