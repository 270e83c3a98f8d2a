"""Loops over single numbers; L by power iteration on XᵀX/n."""

import numpy as np


def shrink(v, t):
    if abs(v) <= t:
        return 0.0
    return v - t if v > 0 else v + t


def soft_threshold(z, t):
    out = np.empty(z.shape)
    for index, v in np.ndenumerate(z):
        out[index] = shrink(float(v), t)
    return out


def ista(X, y, lam, steps):
    n, d = X.shape
    rows = [[float(v) for v in row] for row in X]
    v = [1.0 + 0.1 * j for j in range(d)]
    L = 1.0
    for _ in range(300):
        xv = [sum(a * b for a, b in zip(row, v)) for row in rows]
        v = [sum(row[j] * s for row, s in zip(rows, xv)) / n for j in range(d)]
        L = sum(a * a for a in v) ** 0.5
        v = [a / L for a in v]
    w = [0.0] * d
    for _ in range(steps):
        r = [sum(a * b for a, b in zip(row, w)) - t for row, t in zip(rows, y)]
        w = [shrink(w[j] - sum(row[j] * e for row, e in zip(rows, r)) / n / L, lam / L) for j in range(d)]
    return np.array(w)
