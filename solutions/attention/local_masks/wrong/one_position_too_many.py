"""The window holds window positions before the query, and the query itself.

窗口包括前面的 window 个位置，再加上查询自己。

caught by: test_a_query_sees_a_window_of_positions
also fails: test_a_window_of_one_is_the_query_itself,
test_the_last_query_sees_the_last_positions
"""


import torch


def sliding_window_mask(length, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    i = torch.arange(length).unsqueeze(1)
    j = torch.arange(length).unsqueeze(0)
    return (j <= i) & (j >= i - window)


def alibi_bias(num_heads, length):
    if num_heads < 1 or num_heads & (num_heads - 1):
        raise ValueError("num_heads must be a power of two")
    slopes = torch.tensor([2.0 ** (-8 * (h + 1) / num_heads) for h in range(num_heads)])
    i = torch.arange(length).unsqueeze(1)
    j = torch.arange(length).unsqueeze(0)
    bias = -slopes[:, None, None] * (i - j)
    return bias.masked_fill(j > i, float("-inf"))
