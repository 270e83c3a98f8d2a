"""Moves the centres once.

中心只移动一次。

caught by: test_each_centre_is_the_mean_of_its_points
also fails: test_it_goes_on_until_no_label_changes
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
    rng = np.random.default_rng(seed)
    centres = start(x, k, rng)
    labels = squares(x, centres).argmin(1)
    for _ in range(max_iter):
        for j in range(k):
            if (labels == j).any():
                centres[j] = x[labels == j].mean(0)
        new = squares(x, centres).argmin(1)
        labels = new
        break
    inertia = ((x - centres[labels]) ** 2).sum()
    return centres, labels, inertia
