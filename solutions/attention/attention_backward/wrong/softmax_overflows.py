"""Exponentials are taken of the plain scores.

直接对分数取指数，发生溢出。

caught by: test_large_scores_are_stable
also fails: test_weights_of_one_let_nothing_through
"""


import math

import numpy as np


def attention_backward(q, k, v, d_out, causal=False):
    T, d = q.shape
    S = k.shape[0]
    scores = q @ k.T / math.sqrt(d)
    if causal:
        scores = np.where(np.tril(np.ones((T, S)), S - T) == 1, scores, -np.inf)
    e = np.exp(scores)
    p = e / e.sum(axis=1, keepdims=True)
    dv = p.T @ d_out
    dp = d_out @ v.T
    ds = p * (dp - (dp * p).sum(axis=1, keepdims=True))
    ds = ds / math.sqrt(d)
    return ds @ k, ds.T @ q, dv
