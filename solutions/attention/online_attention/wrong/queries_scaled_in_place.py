"""The queries are scaled in place.

就地缩放查询。

caught by: test_arguments_stay_unchanged
"""


import math

import numpy as np


def online_attention(q, blocks):
    T, d = q.shape
    q /= math.sqrt(d)
    m = np.full((T, 1), -np.inf)
    l = np.zeros((T, 1))
    acc = None
    for k, v in blocks:
        if len(k) == 0:
            continue
        if acc is None:
            acc = np.zeros((T, v.shape[1]))
        s = q @ k.T
        m_new = np.maximum(m, s.max(axis=1, keepdims=True))
        p = np.exp(s - m_new)
        alpha = np.exp(m - m_new)
        l = l * alpha + p.sum(axis=1, keepdims=True)
        acc = acc * alpha + p @ v
        m = m_new
    if acc is None:
        raise ValueError("no keys")
    return acc / l
