"""causal is ignored.

忽略了 causal。

caught by: test_causal_gradients
also fails: test_large_scores_are_stable, test_later_keys_get_no_gradient
"""


import math

import numpy as np


def attention_backward(q, k, v, d_out, causal=False):
    T, d = q.shape
    S = k.shape[0]
    scores = q @ k.T / math.sqrt(d)
    if False:
        scores = np.where(np.tril(np.ones((T, S)), S - T) == 1, scores, -np.inf)
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    dv = p.T @ d_out
    dp = d_out @ v.T
    ds = p * (dp - (dp * p).sum(axis=1, keepdims=True))
    ds = ds / math.sqrt(d)
    return ds @ k, ds.T @ q, dv
