"""A small number is added to the denominator, and the sum of the weights can be as small as exp(−10).

分母加上了一个小数，而权重之和可以小到 exp(−10)。

caught by: test_entries_at_the_ends_of_the_range
"""


import numpy as np


def phi(x):
    return np.where(x > 0, x + 1.0, np.exp(np.minimum(x, 0.0)))


def linear_attention(q, k, v, causal=False):
    fq, fk = phi(q), phi(k)
    if not causal:
        state = fk.T @ v
        total = fk.sum(axis=0)
        return fq @ state / (fq @ total + 1e-9)[:, None]
    out = np.zeros((q.shape[0], v.shape[1]))
    state = np.zeros((q.shape[1], v.shape[1]))
    total = np.zeros(q.shape[1])
    for i in range(len(q)):
        state = state + np.outer(fk[i], v[i])
        total = total + fk[i]
        out[i] = fq[i] @ state / (fq[i] @ total + 1e-9)
    return out
