"""L1 and L2 penalties, written to be read.

loss = mean binary cross-entropy + lam * sum |w|    for "l1"
                                 + lam * sum w**2   for "l2"

The gradients explain the difference. The pull of L1 has the size lam however
small a weight is, so weights end at exactly 0 (Tibshirani 1996). The pull of
L2 shrinks along with the weight, so weights get small but stay (Hoerl and
Kennard 1970).
"""

import numpy as np

Array = np.ndarray

EPS = 1e-12


def regularized_loss(
    y_true: Array,
    p_pred: Array,
    weights: Array,
    lam: float,
    kind: str,
) -> float:
    """Return the mean cross-entropy in nats plus the penalty."""
    check(lam, kind)
    p = np.clip(p_pred, EPS, 1 - EPS)  # (N,); log(0) would be -inf
    losses = -(y_true * np.log(p) + (1 - y_true) * np.log(1 - p))  # (N,)

    # The trap: examples are averaged, weights are summed. A mean over weights
    # would make the penalty weaker as the model grows.
    sizes = np.abs(weights) if kind == "l1" else weights**2
    return float(losses.mean() + lam * sizes.sum())


def penalty_gradient(weights: Array, lam: float, kind: str) -> Array:
    """Return the gradient of the penalty, in the shape of ``weights``."""
    check(lam, kind)
    # |w| has a kink at 0 where any slope in [-1, 1] is a subgradient; sign
    # takes 0. The 2 would vanish if the penalty were defined with a half.
    slopes = np.sign(weights) if kind == "l1" else 2 * weights
    return lam * slopes


def check(lam: float, kind: str) -> None:
    """Raise ``ValueError`` unless the penalty is one that exists."""
    if kind not in ("l1", "l2"):
        raise ValueError(f"unknown kind {kind!r}; it is 'l1' or 'l2'")
    if lam < 0:
        raise ValueError(f"lam is {lam}, but must not be negative")
