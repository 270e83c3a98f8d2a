"""Only the gradient of q has the factor 1/√d.

只有 q 的梯度带因子 1/√d。

caught by: test_the_scale_comes_back
also fails: test_all_gradients_follow_from_the_jacobian, test_causal_gradients
"""


import math

import numpy as np


def attention_backward(q, k, v, d_out, causal=False):
    T, d = q.shape
    S = k.shape[0]
    scores = q @ k.T / math.sqrt(d)
    if causal:
        scores = np.where(np.tril(np.ones((T, S)), S - T) == 1, scores, -np.inf)
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    dv = p.T @ d_out
    dp = d_out @ v.T
    ds = p * (dp - (dp * p).sum(axis=1, keepdims=True))
    return ds @ k / math.sqrt(d), ds.T @ q, dv
