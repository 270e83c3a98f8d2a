"""φ is relu + 1.

φ 用了 relu + 1。

caught by: test_both_branches_of_the_features
also fails: test_causal_queries_see_no_later_key,
test_entries_at_the_ends_of_the_range, test_every_query_sees_every_key,
test_the_features_fall_below_zero
"""


import numpy as np


def phi(x):
    return np.where(x > 0, x + 1.0, 1.0)


def linear_attention(q, k, v, causal=False):
    fq, fk = phi(q), phi(k)
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
