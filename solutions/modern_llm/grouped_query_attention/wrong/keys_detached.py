"""Cuts keys and values out of the graph.

把 key 和 value 从计算图中断开了。

caught by: test_gradients_reach_queries_keys_and_values
"""

import torch


def grouped_query_attention(q, k, v):
    heads, kv_heads, length = q.shape[1], k.shape[1], q.shape[2]
    if heads % kv_heads:
        raise ValueError("heads can't be grouped")
    k = k.repeat_interleave(heads // kv_heads, dim=1)
    v = v.repeat_interleave(heads // kv_heads, dim=1)
    k, v = k.detach(), v.detach()
    scores = q @ k.transpose(-2, -1) / q.shape[-1] ** 0.5
    mask = torch.triu(torch.ones(length, length, dtype=torch.bool), diagonal=1)
    scores = scores.masked_fill(mask, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    return weights @ v
