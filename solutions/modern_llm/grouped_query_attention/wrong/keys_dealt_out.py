"""Groups the values rightly and the keys not.

value 分组正确，key 的分组错了。

caught by: test_keys_are_grouped_like_values
also fails: test_any_number_of_groups_agrees_with_pytorch,
test_gradients_reach_queries_keys_and_values
"""

import torch


def grouped_query_attention(q, k, v):
    heads, kv_heads, length = q.shape[1], k.shape[1], q.shape[2]
    if heads % kv_heads:
        raise ValueError("heads can't be grouped")
    k = k.repeat(1, heads // kv_heads, 1, 1)
    v = v.repeat_interleave(heads // kv_heads, dim=1)
    scores = q @ k.transpose(-2, -1) / q.shape[-1] ** 0.5
    mask = torch.triu(torch.ones(length, length, dtype=torch.bool), diagonal=1)
    scores = scores.masked_fill(mask, float("-inf"))
    weights = torch.softmax(scores, dim=-1)
    return weights @ v
