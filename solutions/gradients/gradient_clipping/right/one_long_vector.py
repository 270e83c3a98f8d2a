"""Joins everything into one vector, clips it, and splits it again."""

import numpy as np


def joined(grads):
    return np.concatenate([g.ravel() for g in grads])


def split(vector, grads):
    parts = np.split(vector, np.cumsum([g.size for g in grads])[:-1])
    return [part.reshape(g.shape) for part, g in zip(parts, grads)]


def clip_by_global_norm(grads, max_norm):
    vector = joined(grads)
    norm = np.linalg.norm(vector)
    if not (np.isfinite(norm) and max_norm > 0):
        raise ValueError(f"norm {norm}, max_norm {max_norm}")
    return split(vector * (max_norm / max(norm, max_norm)), grads), norm


def clip_by_value(grads, limit):
    return split(np.minimum(np.maximum(joined(grads), -limit), limit), grads)
