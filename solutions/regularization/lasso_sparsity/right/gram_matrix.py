"""XᵀX/n and Xᵀy/n computed once; the threshold as a difference of two rectifiers."""

import numpy as np


def soft_threshold(z, t):
    return np.maximum(z - t, 0.0) - np.maximum(-z - t, 0.0)


def ista(X, y, lam, steps):
    gram, pull = X.T @ X / len(y), X.T @ y / len(y)
    rate = 1.0 / np.linalg.eigvals(gram).real.max()
    w = np.zeros_like(pull)
    for _ in range(steps):
        w = soft_threshold(w + rate * (pull - gram @ w), rate * lam)
    return w
