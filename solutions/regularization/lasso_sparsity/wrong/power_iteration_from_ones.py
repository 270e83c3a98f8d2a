"""Finds L by power iteration from a vector of ones, which may be orthogonal to the leading eigenvector.

从全 1 向量做幂迭代来求 L，而它可能与最大特征值的特征向量正交。

caught by: test_one_example_is_enough
"""

import numpy as np


def soft_threshold(z, t):
    return np.sign(z) * np.maximum(np.abs(z) - t, 0.0)


def ista(X, y, lam, steps):
    n, d = X.shape
    v = np.ones(d)
    for _ in range(200):
        v = X.T @ (X @ v)
        v = v / max(np.linalg.norm(v), 1e-12)
    L = max(np.linalg.norm(X @ v) ** 2 / n, 1e-12)
    w = np.zeros(d)
    for _ in range(steps):
        w = soft_threshold(w - X.T @ (X @ w - y) / n / L, lam / L)
    return w
