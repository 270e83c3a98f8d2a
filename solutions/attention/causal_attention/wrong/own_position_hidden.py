"""The diagonal is masked, too, so a query does not see its own position.

把对角线也遮住了，查询看不到自己的位置。

caught by: test_a_query_takes_the_mean_of_what_it_sees
also fails: test_fewer_queries_are_the_last_positions,
test_it_agrees_with_pytorch, test_large_scores_are_told_apart,
test_large_scores_let_nothing_through,
test_scores_are_divided_by_the_root_of_the_width,
test_the_future_changes_nothing
"""


import math

import torch


def causal_attention(q, k, v):
    Tq, Tk, d = q.shape[-2], k.shape[-2], q.shape[-1]
    if Tq > Tk:
        raise ValueError("more queries than keys")
    scores = q @ k.transpose(-2, -1) / math.sqrt(d)
    later = torch.ones(Tq, Tk, dtype=torch.bool).triu(Tk - Tq)
    scores = scores.masked_fill(later, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    return weights @ v
