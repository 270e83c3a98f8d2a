"""Subtracts the mean from the caller's array.

在调用者的数组上减去均值。

caught by: test_each_label_names_the_nearest_centre
"""

import numpy as np


def squares(x, centres):
    return ((x[:, None, :] - centres[None]) ** 2).sum(-1)


def start(x, k, rng):
    chosen = [int(rng.integers(len(x)))]
    while len(chosen) < k:
        d = squares(x, x[chosen]).min(1)
        chosen.append(int(rng.choice(len(x), p=d / d.sum())))
    return x[chosen].copy()


def kmeans(x, k, seed, max_iter=100):
    if not 1 <= k <= len(x):
        raise ValueError("k")
    shift = x.mean(0)
    x -= shift
    rng = np.random.default_rng(seed)
    centres = start(x, k, rng)
    labels = squares(x, centres).argmin(1)
    for _ in range(max_iter):
        for j in range(k):
            if (labels == j).any():
                centres[j] = x[labels == j].mean(0)
        new = squares(x, centres).argmin(1)
        if (new == labels).all():
            break
        labels = new
    inertia = ((x - centres[labels]) ** 2).sum()
    return centres + shift, labels, inertia
