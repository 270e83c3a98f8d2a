"""Starts from the first k rows.

用前 k 行作为初始中心。

caught by: test_no_cluster_is_empty_where_points_repeat
also fails: test_blobs_far_apart_are_found_from_nearly_every_seed
"""

import numpy as np


def squares(x, centres):
    return ((x[:, None, :] - centres[None]) ** 2).sum(-1)


def start(x, k, rng):
    chosen = list(range(k))
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
