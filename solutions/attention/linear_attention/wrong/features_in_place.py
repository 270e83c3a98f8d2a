"""The features are written into the arguments.

把特征写回了参数里。

caught by: test_arguments_stay_unchanged
"""


import numpy as np


def phi(x):
    return np.where(x > 0, x + 1.0, np.exp(np.minimum(x, 0.0)))


def linear_attention(q, k, v, causal=False):
    q[:], k[:] = phi(q), phi(k)
    fq, fk = q, k
    if not causal:
        state = fk.T @ v
        total = fk.sum(axis=0)
        return fq @ state / (fq @ total)[:, None]
    out = np.zeros((q.shape[0], v.shape[1]))
    state = np.zeros((q.shape[1], v.shape[1]))
    total = np.zeros(q.shape[1])
    for i in range(len(q)):
        state = state + np.outer(fk[i], v[i])
        total = total + fk[i]
        out[i] = fq[i] @ state / (fq[i] @ total)
    return out
