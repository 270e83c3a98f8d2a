"""The scores are not divided by √d.

分数没有除以 √d。

caught by: test_scores_are_divided_by_the_root_of_the_width
also fails: test_fewer_queries_are_the_last_positions,
test_it_agrees_with_pytorch
"""


import math

import torch


def causal_attention(q, k, v):
    Tq, Tk, d = q.shape[-2], k.shape[-2], q.shape[-1]
    if Tq > Tk:
        raise ValueError("more queries than keys")
    scores = q @ k.transpose(-2, -1)
    later = torch.ones(Tq, Tk, dtype=torch.bool).triu(Tk - Tq + 1)
    scores = scores.masked_fill(later, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    return weights @ v
