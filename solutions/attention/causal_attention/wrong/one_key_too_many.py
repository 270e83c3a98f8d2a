"""The triangle begins one column too late: each query sees the next key.

三角形晚了一列：每个查询都能看到下一个键。

caught by: test_a_query_takes_the_mean_of_what_it_sees
also fails: test_fewer_queries_are_the_last_positions,
test_it_agrees_with_pytorch, test_large_scores_are_told_apart,
test_the_future_changes_nothing
"""


import math

import torch


def causal_attention(q, k, v):
    Tq, Tk, d = q.shape[-2], k.shape[-2], q.shape[-1]
    if Tq > Tk:
        raise ValueError("more queries than keys")
    scores = q @ k.transpose(-2, -1) / math.sqrt(d)
    later = torch.ones(Tq, Tk, dtype=torch.bool).triu(Tk - Tq + 2)
    scores = scores.masked_fill(later, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    return weights @ v
