"""A column of ones beside the values carries the normaliser; the features by expm1 and maximum."""

import numpy as np


def phi(x):
    return np.maximum(x, 0) + np.expm1(np.minimum(x, 0)) + 1


def linear_attention(q, k, v, causal=False):
    q, k = phi(q), phi(k)
    v = np.concatenate([v, np.ones((len(v), 1))], axis=1)
    if causal:
        state = np.zeros((k.shape[1], v.shape[1]))
        rows = []
        for i in range(len(q)):
            state = state + k[i][:, None] * v[i][None, :]
            rows.append(q[i] @ state)
        both = np.stack(rows)
    else:
        both = q @ (k.T @ v)
    return both[:, :-1] / both[:, -1:]
