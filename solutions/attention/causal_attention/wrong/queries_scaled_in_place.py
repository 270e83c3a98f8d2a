"""The queries are scaled in place, which changes the caller's tensor.

就地缩放查询，修改了调用者的张量。

caught by: test_it_agrees_with_pytorch
"""


import math

import torch


def causal_attention(q, k, v):
    Tq, Tk, d = q.shape[-2], k.shape[-2], q.shape[-1]
    if Tq > Tk:
        raise ValueError("more queries than keys")
    q /= math.sqrt(d)
    scores = q @ k.transpose(-2, -1)
    later = torch.ones(Tq, Tk, dtype=torch.bool).triu(Tk - Tq + 1)
    scores = scores.masked_fill(later, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    return weights @ v
