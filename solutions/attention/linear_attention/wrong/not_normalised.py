"""The output is not divided by the sum of the weights.

输出没有除以权重之和。

caught by: test_both_branches_of_the_features
also fails: test_causal_queries_see_no_later_key,
test_entries_at_the_ends_of_the_range, test_every_query_sees_every_key,
test_long_sequences_fit_into_memory, test_the_features_fall_below_zero,
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
        return fq @ state
    out = np.zeros((q.shape[0], v.shape[1]))
    state = np.zeros((q.shape[1], v.shape[1]))
    total = np.zeros(q.shape[1])
    for i in range(len(q)):
        state = state + np.outer(fk[i], v[i])
        total = total + fk[i]
        out[i] = fq[i] @ state
    return out
