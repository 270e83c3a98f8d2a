"""Measures with the Manhattan distance.

用了曼哈顿距离。

caught by: test_labels_and_inertia_fit_the_centres_when_max_iter_ends_the_loop
also fails: test_each_label_names_the_nearest_centre
"""

import numpy as np


def squares(x, centres):
    return np.abs(x[:, None, :] - centres[None]).sum(-1)


def start(x, k, rng):
    chosen = [int(rng.integers(len(x)))]
    while len(chosen) < k:
        d = squares(x, x[chosen]).min(1)
        chosen.append(int(rng.choice(len(x), p=d / d.sum())))
    return x[chosen].copy()


def kmeans(x, k, seed, max_iter=100):
    if not 1 <= k <= len(x):
        raise ValueError("k")
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
    return centres, labels, inertia
