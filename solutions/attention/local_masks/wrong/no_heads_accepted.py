"""0 passes the bit test for a power of two, so no heads are accepted.

位运算判断把 0 当成 2 的幂，接受了 0 个头。

caught by: test_there_is_at_least_one_head
"""


import torch


def sliding_window_mask(length, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    i = torch.arange(length).unsqueeze(1)
    j = torch.arange(length).unsqueeze(0)
    return (j <= i) & (j > i - window)


def alibi_bias(num_heads, length):
    if num_heads & (num_heads - 1):
        raise ValueError("num_heads must be a power of two")
    slopes = torch.tensor([2.0 ** (-8 * (h + 1) / num_heads) for h in range(num_heads)])
    i = torch.arange(length).unsqueeze(1)
    j = torch.arange(length).unsqueeze(0)
    bias = -slopes[:, None, None] * (i - j)
    return bias.masked_fill(j > i, float("-inf"))
