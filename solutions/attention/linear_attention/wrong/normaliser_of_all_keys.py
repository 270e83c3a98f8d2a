"""With causal the normaliser sums over all keys.

causal 时归一化仍对所有键求和。

caught by: test_causal_queries_see_no_later_key
also fails: test_entries_at_the_ends_of_the_range,
test_long_sequences_fit_into_memory, test_the_weights_sum_to_one
"""


import numpy as np


def phi(x):
    return np.where(x > 0, x + 1.0, np.exp(np.minimum(x, 0.0)))


def linear_attention(q, k, v, causal=False):
    fq, fk = phi(q), phi(k)
    if not causal:
        state = fk.T @ v
        total = fk.sum(axis=0)
        return fq @ state / (fq @ total)[:, None]
    out = np.zeros((q.shape[0], v.shape[1]))
    state = np.zeros((q.shape[1], v.shape[1]))
    total = fk.sum(axis=0)
    for i in range(len(q)):
        state = state + np.outer(fk[i], v[i])
        out[i] = fq[i] @ state / (fq[i] @ total)
    return out
