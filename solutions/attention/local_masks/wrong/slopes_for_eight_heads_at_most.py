"""The exponent −8/num_heads is divided as an integer, which is right for eight heads at most.

指数 −8/num_heads 用了整数除法，头数超过 8 就错了。

caught by: test_each_head_has_its_slope
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
    slopes = torch.tensor([2.0 ** (-(8 // num_heads) * (h + 1)) for h in range(num_heads)])
    i = torch.arange(length).unsqueeze(1)
    j = torch.arange(length).unsqueeze(0)
    bias = -slopes[:, None, None] * (i - j)
    return bias.masked_fill(j > i, float("-inf"))
