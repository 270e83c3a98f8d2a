"""L from the spectral norm of X; thresholding by taking off the clipped part; columns of shape (d, 1) inside."""

import numpy as np


def soft_threshold(z, t):
    return z - np.clip(z, -t, t)


def ista(X, y, lam, steps):
    n = X.shape[0]
    step = n / np.linalg.norm(X, 2) ** 2
    w = np.zeros((X.shape[1], 1))
    for _ in range(steps):
        w = soft_threshold(w - step / n * X.T.dot(X.dot(w) - y.reshape(-1, 1)), step * lam)
    return w[:, 0]
