"""The weights of later keys are set to 0 after the softmax and the rest no longer sums to 1.

在 softmax 之后才把靠后的键的权重置 0，剩下的权重之和不再是 1。

caught by: test_a_query_takes_the_mean_of_what_it_sees
also fails: test_fewer_queries_are_the_last_positions,
test_it_agrees_with_pytorch, test_large_scores_are_told_apart,
test_large_scores_let_nothing_through
"""


import math

import torch


def causal_attention(q, k, v):
    Tq, Tk, d = q.shape[-2], k.shape[-2], q.shape[-1]
    if Tq > Tk:
        raise ValueError("more queries than keys")
    scores = q @ k.transpose(-2, -1) / math.sqrt(d)
    later = torch.ones(Tq, Tk, dtype=torch.bool).triu(Tk - Tq + 1)
    weights = torch.softmax(scores, dim=-1).masked_fill(later, 0.0)
    return weights @ v
