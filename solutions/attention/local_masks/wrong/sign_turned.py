"""The bias rises with the distance.

偏置随距离增大。

caught by: test_the_bias_falls_with_the_distance
also fails: test_each_head_has_its_slope, test_no_bias_is_positive
"""


import torch


def sliding_window_mask(length, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    i = torch.arange(length).unsqueeze(1)
    j = torch.arange(length).unsqueeze(0)
    return (j <= i) & (j > i - window)


def alibi_bias(num_heads, length):
    if num_heads < 1 or num_heads & (num_heads - 1):
        raise ValueError("num_heads must be a power of two")
    slopes = torch.tensor([2.0 ** (-8 * (h + 1) / num_heads) for h in range(num_heads)])
    i = torch.arange(length).unsqueeze(1)
    j = torch.arange(length).unsqueeze(0)
    bias = slopes[:, None, None] * (i - j)
    return bias.masked_fill(j > i, float("-inf"))
