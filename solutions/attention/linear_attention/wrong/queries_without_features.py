"""φ is applied to the keys only.

只对键用了 φ。

caught by: test_every_query_sees_every_key
also fails: test_causal_queries_see_no_later_key,
test_entries_at_the_ends_of_the_range, test_long_sequences_fit_into_memory,
test_the_features_fall_below_zero
"""


import numpy as np


def phi(x):
    return np.where(x > 0, x + 1.0, np.exp(np.minimum(x, 0.0)))


def linear_attention(q, k, v, causal=False):
    fq, fk = q, phi(k)
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
