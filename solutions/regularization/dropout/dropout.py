"""Inverted dropout (Srivastava et al. 2014), written to be read.

y = x * mask / (1 - p), so that E[y] = x and evaluation has nothing to do.
"""

import numpy as np

Array = np.ndarray


def dropout(
    x: Array,
    p: float,
    training: bool,
    seed: int,
) -> tuple[Array, Array]:
    """Return (output, mask); the mask is True where an entry stays."""
    check(p)
    if not training:
        return x.copy(), np.ones(x.shape, dtype=bool)
    # The trap: p is the probability to DROP. random() is in [0, 1), so it is
    # at least p with probability 1 - p.
    mask = np.random.default_rng(seed).random(x.shape) >= p
    return np.where(mask, x / (1 - p), 0.0), mask


def dropout_backward(dy: Array, mask: Array, p: float) -> Array:
    """Return the gradient for x of a training call."""
    check(p)
    return np.where(mask, dy / (1 - p), 0.0)


def check(p: float) -> None:
    """Raise ``ValueError`` unless 0 <= p < 1."""
    if not 0 <= p < 1:
        raise ValueError(f"p = {p} is not in [0, 1)")
