"""The running maximum starts at 0, so very negative scores all vanish.

最大值从 0 开始，很小的分数全都变成 0。

caught by: test_large_scores_are_stable
"""


import math

import numpy as np


def online_attention(q, blocks):
    T, d = q.shape
    m = np.zeros((T, 1))
    l = np.zeros((T, 1))
    acc = None
    for k, v in blocks:
        if len(k) == 0:
            continue
        if acc is None:
            acc = np.zeros((T, v.shape[1]))
        s = q @ k.T / math.sqrt(d)
        m_new = np.maximum(m, s.max(axis=1, keepdims=True))
        p = np.exp(s - m_new)
        alpha = np.exp(m - m_new)
        l = l * alpha + p.sum(axis=1, keepdims=True)
        acc = acc * alpha + p @ v
        m = m_new
    if acc is None:
        raise ValueError("no keys")
    return acc / l
