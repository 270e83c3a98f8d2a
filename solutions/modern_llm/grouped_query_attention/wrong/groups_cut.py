"""Uses the first heads that fit instead of raising ValueError.

不整除时只用放得下的头，没有抛出 ValueError。

caught by: test_heads_that_can_not_be_grouped_raise_value_error
"""

import torch


def grouped_query_attention(q, k, v):
    heads, kv_heads, length = q.shape[1], k.shape[1], q.shape[2]
    if heads % kv_heads:
        kv_heads = 1
        k, v = k[:, :1], v[:, :1]
    k = k.repeat_interleave(heads // kv_heads, dim=1)
    v = v.repeat_interleave(heads // kv_heads, dim=1)
    scores = q @ k.transpose(-2, -1) / q.shape[-1] ** 0.5
    mask = torch.triu(torch.ones(length, length, dtype=torch.bool), diagonal=1)
    scores = scores.masked_fill(mask, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    return weights @ v
