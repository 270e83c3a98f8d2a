"""The sums are not rescaled when the maximum grows.

最大值变大时没有重新缩放已有的和。

caught by: test_blocks_of_unequal_sizes_count_as_one
also fails: test_blocks_can_be_gone_through_once, test_large_scores_are_stable
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
        l = l + p.sum(axis=1, keepdims=True)
        acc = acc + p @ v
        m = m_new
    if acc is None:
        raise ValueError("no keys")
    return acc / l
