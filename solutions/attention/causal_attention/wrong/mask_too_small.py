"""Later scores are lowered by 10,000, which large scores outweigh.

靠后的分数只减去 10,000，抵不过很大的分数。

caught by: test_large_scores_let_nothing_through
"""


import math

import torch


def causal_attention(q, k, v):
    Tq, Tk, d = q.shape[-2], k.shape[-2], q.shape[-1]
    if Tq > Tk:
        raise ValueError("more queries than keys")
    scores = q @ k.transpose(-2, -1) / math.sqrt(d)
    later = torch.ones(Tq, Tk, dtype=torch.bool).triu(Tk - Tq + 1)
    scores = scores - 1e4 * later
    weights = torch.softmax(scores, dim=-1)
    return weights @ v
