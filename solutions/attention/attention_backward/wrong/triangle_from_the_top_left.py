"""The triangle starts at the top left, where there are fewer queries than keys, too.

查询比键少时，三角形仍从左上角开始。

caught by: test_causal_gradients
"""


import math

import numpy as np


def attention_backward(q, k, v, d_out, causal=False):
    T, d = q.shape
    S = k.shape[0]
    scores = q @ k.T / math.sqrt(d)
    if causal:
        scores = np.where(np.tril(np.ones((T, S)), 0) == 1, scores, -np.inf)
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    dv = p.T @ d_out
    dp = d_out @ v.T
    ds = p * (dp - (dp * p).sum(axis=1, keepdims=True))
    ds = ds / math.sqrt(d)
    return ds @ k, ds.T @ q, dv
