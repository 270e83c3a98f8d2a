"""The weights are set to 0 after the softmax and not normalised again.

在 softmax 之后才把权重置 0，没有重新归一化。

caught by: test_causal_gradients
also fails: test_large_scores_are_stable
"""


import math

import numpy as np


def attention_backward(q, k, v, d_out, causal=False):
    T, d = q.shape
    S = k.shape[0]
    scores = q @ k.T / math.sqrt(d)
    if causal:
        pass
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    if causal:
        p = np.tril(p, S - T)
    dv = p.T @ d_out
    dp = d_out @ v.T
    ds = p * (dp - (dp * p).sum(axis=1, keepdims=True))
    ds = ds / math.sqrt(d)
    return ds @ k, ds.T @ q, dv
