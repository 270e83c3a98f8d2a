"""Scales the caller's y in place.

在调用者的 y 上原地缩放。

caught by: test_the_arguments_are_not_modified
"""

import numpy as np


def soft_threshold(z, t):
    return np.sign(z) * np.maximum(np.abs(z) - t, 0.0)


def ista(X, y, lam, steps):
    n, d = X.shape
    L = np.linalg.eigvalsh(X.T @ X / n)[-1]
    w = np.zeros(d)
    if y.dtype.kind == "f":
        y /= n
        y_over_n = y
    else:
        y_over_n = y / n
    for _ in range(steps):
        gradient = X.T @ (X @ w / n - y_over_n)
        w = soft_threshold(w - gradient / L, lam / L)
    return w
