"""Backpropagation through an MLP. The statement holds the contract."""

from collections.abc import Callable

import numpy as np


def mlp_forward(x: np.ndarray, params: dict[str, np.ndarray]) -> np.ndarray:
    """Return the logits (N, C) of x (N, D)."""
    raise NotImplementedError


def mlp_loss_grads(
    x: np.ndarray,
    targets: np.ndarray,
    params: dict[str, np.ndarray],
) -> tuple[float, dict[str, np.ndarray]]:
    """Return the mean cross-entropy in nats and its four gradients."""
    raise NotImplementedError


def gradient_check(
    f: Callable[[np.ndarray], float],
    x: np.ndarray,
    grad: np.ndarray,
    h: float = 1e-5,
) -> float:
    """Return the greatest relative error of ``grad``."""
    raise NotImplementedError
