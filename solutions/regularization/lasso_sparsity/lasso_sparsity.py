"""Lasso by proximal gradient (ISTA), written to be read.

f(w) = 1/(2n) ||Xw - y||^2 + lam ||w||_1

The first term is smooth, the second has a kink at 0. So each step does what
suits each term: a gradient step for the first, and for the second the exact
minimiser of t ||v||_1 + 1/2 ||v - z||^2, which is soft thresholding. It is
where the zeros come from: every entry of z within [-t, t] lands on exactly 0
(Daubechies, Defrise, De Mol 2004; Beck and Teboulle 2009, who add momentum).
"""

import numpy as np

Array = np.ndarray


def soft_threshold(z: Array, t: float) -> Array:
    """Return ``z`` with each entry moved towards 0 by ``t``, at most to 0."""
    return np.sign(z) * np.maximum(np.abs(z) - t, 0.0)


def ista(X: Array, y: Array, lam: float, steps: int) -> Array:  # noqa: N803
    """Return the weights (d,) after ``steps`` proximal gradient steps."""
    n, d = X.shape
    # 1/L is the largest step that is sure not to raise f: L is the greatest
    # curvature of the first term. eigvalsh sorts upwards.
    largest = np.linalg.eigvalsh(X.T @ X / n)[-1]

    w = np.zeros(d)
    for _ in range(steps):
        gradient = X.T @ (X @ w - y) / n  # (d,), of the first term alone
        # The trap: the threshold is lam times the step size, not lam.
        w = soft_threshold(w - gradient / largest, lam / largest)  # (d,)
    return w
