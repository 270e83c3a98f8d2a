"""A class; the best of three starts from one generator; np.add.at for the sums."""

import numpy as np


class KMeans:
    def __init__(self, x, k, rng, max_iter):
        self.x, self.k = x, k
        self.c = np.empty((k, x.shape[1]))
        self.c[0] = x[rng.integers(len(x))]
        for j in range(1, k):
            w = self.gaps(self.c[:j]).min(axis=1)
            w = w if w.any() else np.ones(len(x))
            self.c[j] = x[rng.choice(len(x), p=w / w.sum())]
        self.label()
        for _ in range(max_iter):
            old = self.labels
            self.move()
            self.label()
            if (old == self.labels).all():
                break

    def gaps(self, c):
        return np.linalg.norm(self.x[:, None] - c, axis=2) ** 2

    def label(self):
        gaps = self.gaps(self.c)
        self.labels = gaps.argmin(axis=1)
        self.inertia = gaps.min(axis=1).sum()

    def move(self):
        total, count = np.zeros_like(self.c), np.bincount(self.labels, minlength=self.k)
        np.add.at(total, self.labels, self.x)
        full = count > 0
        self.c[full] = total[full] / count[full, None]


def kmeans(x, k, seed, max_iter=100):
    if not 0 < k <= len(x):
        raise ValueError("bad k")
    rng = np.random.default_rng(seed)
    best = min((KMeans(x, k, rng, max_iter) for _ in range(3)), key=lambda run: run.inertia)
    return best.c, best.labels, best.inertia
