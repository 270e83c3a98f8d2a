"""Divides exponentials by their sum, which overflow.

直接用指数除以它们的和，会溢出。

caught by: test_large_scores_give_weights_of_0_and_1
"""

import torch


def grouped_query_attention(q, k, v):
    heads, kv_heads, length = q.shape[1], k.shape[1], q.shape[2]
    if heads % kv_heads:
        raise ValueError("heads can't be grouped")
    k = k.repeat_interleave(heads // kv_heads, dim=1)
    v = v.repeat_interleave(heads // kv_heads, dim=1)
    scores = q @ k.transpose(-2, -1) / q.shape[-1] ** 0.5
    mask = torch.triu(torch.ones(length, length, dtype=torch.bool), diagonal=1)
    scores = scores.masked_fill(mask, float("-inf"))
    weights = scores.exp() / scores.exp().sum(-1, keepdim=True)
    return weights @ v
