"""Distances by the expanded square, means by a one-hot product; gives a list."""

import numpy as np


def distances(x, c):
    shift = x.mean(0)
    x, c = x - shift, c - shift
    return np.maximum((x**2).sum(1)[:, None] - 2 * x @ c.T + (c**2).sum(1), 0)


def kmeans(x, k, seed, max_iter=100):
    n = x.shape[0]
    if k < 1 or k > n:
        raise ValueError("1 <= k <= N")
    random = np.random.RandomState(seed)
    nearest = np.ones(n)
    picks = []
    for _ in range(k):
        pick = np.searchsorted(np.cumsum(nearest), random.uniform() * nearest.sum(), side="right")
        picks.append(min(pick, n - 1))
        gap = ((x - x[picks[-1]]) ** 2).sum(1)
        nearest = gap if len(picks) == 1 else np.minimum(nearest, gap)
    c = x[picks]
    labels = np.argmin(distances(x, c), axis=1)
    for _ in range(max_iter):
        hot = np.eye(k)[labels]
        size = hot.sum(0)[:, None]
        c = np.where(size > 0, hot.T @ x / np.maximum(size, 1), c)
        before, labels = labels, np.argmin(distances(x, c), axis=1)
        if np.array_equal(before, labels):
            break
    return [c, labels, np.sum((x - c[labels]) ** 2)]
