"""A plain triangle: with fewer queries than keys, query 0 is taken for position 0.

普通的下三角：查询比键少时，把查询 0 当成了位置 0。

caught by: test_fewer_queries_are_the_last_positions
also fails: test_scores_are_divided_by_the_root_of_the_width
"""


import math

import torch


def causal_attention(q, k, v):
    Tq, Tk, d = q.shape[-2], k.shape[-2], q.shape[-1]
    if Tq > Tk:
        raise ValueError("more queries than keys")
    scores = q @ k.transpose(-2, -1) / math.sqrt(d)
    later = torch.ones(Tq, Tk, dtype=torch.bool).triu(1)
    scores = scores.masked_fill(later, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    return weights @ v
