"""More queries than keys raise no error.

查询比键多时没有抛出错误。

caught by: test_more_queries_than_keys_are_an_error
"""


import math

import torch


def causal_attention(q, k, v):
    Tq, Tk, d = q.shape[-2], k.shape[-2], q.shape[-1]
    scores = q @ k.transpose(-2, -1) / math.sqrt(d)
    later = torch.ones(Tq, Tk, dtype=torch.bool).triu(Tk - Tq + 1)
    scores = scores.masked_fill(later, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    return weights @ v
