"""The queries are scaled in place.

就地缩放查询。

caught by: test_arguments_stay_unchanged
"""


import math

import numpy as np


def attention_backward(q, k, v, d_out, causal=False):
    T, d = q.shape
    S = k.shape[0]
    q /= math.sqrt(d)
    scores = q @ k.T
    if causal:
        scores = np.where(np.tril(np.ones((T, S)), S - T) == 1, scores, -np.inf)
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    dv = p.T @ d_out
    dp = d_out @ v.T
    ds = p * (dp - (dp * p).sum(axis=1, keepdims=True))
    return ds @ k / math.sqrt(d), ds.T @ q, dv
