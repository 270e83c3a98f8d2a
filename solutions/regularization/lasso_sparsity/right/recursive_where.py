"""Recursion over the steps, np.where for the threshold, einsum for the products."""

import numpy as np


def soft_threshold(z, t):
    return np.where(np.abs(z) <= t, 0.0, z - t * np.sign(z))


def ista(X, y, lam, steps):
    if steps == 0:
        return np.zeros(X.shape[1])
    w = ista(X, y, lam, steps - 1)
    n = float(len(X))
    L = np.linalg.svd(X.astype(float) / n**0.5, compute_uv=False).max() ** 2
    gradient = np.einsum("nd,n->d", X, np.einsum("nd,d->n", X, w) - y) / n
    return soft_threshold(w - gradient / L, lam / L)
