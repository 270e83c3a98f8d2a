"""Keeps the weights in the dtype of X, which truncates them for integers.

权重沿用 X 的 dtype，整数时被截断。

caught by: test_integers_are_welcome
"""

import numpy as np


def soft_threshold(z, t):
    return np.sign(z) * np.maximum(np.abs(z) - t, 0.0)


def ista(X, y, lam, steps):
    n, d = X.shape
    L = np.linalg.eigvalsh(X.T @ X / n)[-1]
    w = np.zeros_like(X[0])
    for _ in range(steps):
        gradient = X.T @ (X @ w - y) / n
        w[:] = soft_threshold(w - gradient / L, lam / L)
    return w
