"""Output i is computed before key i is added.

先算了输出 i，才加入键 i。

caught by: test_causal_queries_see_no_later_key
also fails: test_entries_at_the_ends_of_the_range,
test_long_sequences_fit_into_memory,
test_the_first_causal_output_is_the_first_value, test_the_weights_sum_to_one
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
    total = np.zeros(q.shape[1])
    for i in range(len(q)):
        out[i] = fq[i] @ state / max(fq[i] @ total, 1e-9)
        state = state + np.outer(fk[i], v[i])
        total = total + fk[i]
    return out
