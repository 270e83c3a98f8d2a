"""Without keys the result is zeros.

没有键时返回 0。

caught by: test_no_key_is_an_error
"""


import math

import numpy as np


def online_attention(q, blocks):
    T, d = q.shape
    m = np.full((T, 1), -np.inf)
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
        return np.zeros_like(q)
    return acc / l
