"""Loops over points and clusters, with the standard library's random; empty clusters take the farthest point."""

import random

import numpy as np


def gap(p, q):
    return float(sum((a - b) ** 2 for a, b in zip(p, q)))


def nearest(p, centres):
    return min(range(len(centres)), key=lambda j: gap(p, centres[j]))


def kmeans(x, k, seed, max_iter=100):
    points = x.tolist()
    if k not in range(1, len(points) + 1):
        raise ValueError(f"cannot make {k} clusters")
    draw = random.Random(seed)
    centres = [draw.choice(points)]
    while len(centres) < k:
        weights = [min(gap(p, c) for c in centres) for p in points]
        centres.append(draw.choices(points, weights if sum(weights) else None)[0])
    labels = [nearest(p, centres) for p in points]
    for _ in range(max_iter):
        for j in range(k):
            own = [p for p, label in zip(points, labels) if label == j]
            if own:
                centres[j] = [sum(column) / len(own) for column in zip(*own)]
            else:
                centres[j] = max(points, key=lambda p: min(gap(p, c) for c in centres))
        new = [nearest(p, centres) for p in points]
        if new == labels:
            break
        labels = new
    inertia = sum(gap(p, centres[label]) for p, label in zip(points, labels))
    return np.array(centres), np.array(labels), inertia
