"""Stops when the centres move by less than 0.0001, though labels still change.

中心移动不到 0.0001 就停止，而标签还在变化。

caught by: test_it_goes_on_until_no_label_changes
"""

import numpy as np

Array = np.ndarray


def kmeans(
    x: Array,
    k: int,
    seed: int,
    max_iter: int = 100,
) -> tuple[Array, Array, float]:
    """Take x (N, D); return centres (k, D), labels (N,) and inertia."""
    if not 1 <= k <= len(x):
        raise ValueError(f"{k} clusters of {len(x)} points")
    centres = start(x, k, np.random.default_rng(seed))
    labels = squares(x, centres).argmin(axis=1)
    for _ in range(max_iter):
        old, centres = centres, np.array([mean_of(x, labels, centres, j) for j in range(k)])
        labels = squares(x, centres).argmin(axis=1)
        if np.linalg.norm(centres - old) < 1e-4:
            break
    return centres, labels, float(((x - centres[labels]) ** 2).sum())


def start(x: Array, k: int, rng: np.random.Generator) -> Array:
    """Return k points: the first at random, then far ones preferred."""
    centres = x[[rng.integers(len(x))]]  # (1, D)
    while len(centres) < k:
        nearest = squares(x, centres).min(axis=1)  # (N,), 0 for a centre
        new = rng.choice(len(x), p=nearest / nearest.sum())
        centres = np.vstack([centres, x[new]])
    return centres


def squares(x: Array, centres: Array) -> Array:
    """Return the squared distances (N, k)."""
    return ((x[:, None] - centres) ** 2).sum(axis=2)


def mean_of(x: Array, labels: Array, centres: Array, j: int) -> Array:
    """Return the mean of cluster j; an empty one gets the farthest point."""
    members = x[labels == j]
    if len(members) == 0:  # rare, after other centres have closed in
        return x[squares(x, centres).min(axis=1).argmax()]
    return members.mean(axis=0)
