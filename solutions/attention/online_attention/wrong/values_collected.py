"""Scores and values of all blocks are kept until the maximum is known, which takes the memory of all values.

保存所有块的分数和值，等知道最大值后再计算，占用全部值的内存。

caught by: test_the_blocks_need_not_fit_into_memory
"""


import math

import numpy as np


def online_attention(q, blocks):
    scores, values = [], []
    for k, v in blocks:
        if len(k) > 0:
            scores.append(q @ k.T / math.sqrt(q.shape[1]))
            values.append(v)
    if not scores:
        raise ValueError("no keys")
    m = np.max([s.max(axis=1) for s in scores], axis=0)[:, None]
    l = acc = 0.0
    for s, v in zip(scores, values):
        p = np.exp(s - m)
        l = l + p.sum(axis=1, keepdims=True)
        acc = acc + p @ v
    return acc / l
