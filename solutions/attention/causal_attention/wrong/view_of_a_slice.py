"""view() needs tensors that lie in memory in order.

view() 要求张量在内存中按顺序排列。

caught by: test_tensors_need_not_lie_in_memory_in_order
"""


import math

import torch


def causal_attention(q, k, v):
    Tq, Tk, d = q.shape[-2], k.shape[-2], q.shape[-1]
    if Tq > Tk:
        raise ValueError("more queries than keys")
    B, h = q.shape[:2]
    q, k = q.view(B * h, Tq, d), k.view(B * h, Tk, d)
    scores = q @ k.transpose(-2, -1) / math.sqrt(d)
    later = torch.ones(Tq, Tk, dtype=torch.bool).triu(Tk - Tq + 1)
    scores = scores.masked_fill(later, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    return weights.view(B, h, Tq, Tk) @ v
