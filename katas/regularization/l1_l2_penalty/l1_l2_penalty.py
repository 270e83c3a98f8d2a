"""L1 and L2 penalties. The statement holds the contract."""

import numpy as np

Array = np.ndarray


def regularized_loss(
    y_true: Array,
    p_pred: Array,
    weights: Array,
    lam: float,
    kind: str,
) -> float:
    """Return the mean cross-entropy in nats plus the penalty on ``weights``.

    ``kind`` is "l1" or "l2". An unknown kind or a negative ``lam`` raises
    ``ValueError``.
    """
    raise NotImplementedError


def penalty_gradient(weights: Array, lam: float, kind: str) -> Array:
    """Return the gradient of the penalty, in the shape of ``weights``.

    For L1 it is 0 at a weight of 0. Errors as in ``regularized_loss``.
    """
    raise NotImplementedError
