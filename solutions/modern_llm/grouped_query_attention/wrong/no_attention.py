"""Returns the values of the group, without attention.

直接返回所在组的 value，没有做注意力。

caught by: test_queries_and_keys_decide_the_weights
also fails: test_any_number_of_groups_agrees_with_pytorch,
test_equal_scores_give_running_means,
test_gradients_reach_queries_keys_and_values,
test_keys_are_grouped_like_values, test_large_scores_give_weights_of_0_and_1,
test_scores_are_divided_by_the_root_of_d
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
    weights = torch.softmax(scores, dim=-1)
    return v + 0 * (weights @ v)
