"""Lasso by proximal gradient (ISTA). The statement holds the contract."""

import numpy as np

Array = np.ndarray


def soft_threshold(z: Array, t: float) -> Array:
    """Return ``z`` with each entry moved towards 0 by ``t``, stopping at 0."""
    raise NotImplementedError


def ista(X: Array, y: Array, lam: float, steps: int) -> Array:  # noqa: N803
    """Return the weights (d,) after ``steps`` proximal gradient steps from 0.

    The objective is 1/(2n) ‖Xw − y‖² + lam ‖w‖₁, with ``X`` (n, d) and
    ``y`` (n,).
    """
    raise NotImplementedError
