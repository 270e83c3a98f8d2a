"""The gradient of the weights is used for the scores.

把权重的梯度直接当成分数的梯度。

caught by: test_the_softmax_is_not_elementwise
also fails: test_a_single_key_takes_all,
test_all_gradients_follow_from_the_jacobian, test_causal_gradients,
test_large_scores_are_stable, test_the_scale_comes_back,
test_the_scale_comes_back_in_the_gradient_of_q,
test_weights_of_one_let_nothing_through
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
    ds = dp
    ds = ds / math.sqrt(d)
    return ds @ k, ds.T @ q, dv
