"""Any number of heads is accepted.

接受任意头数。

caught by: test_the_number_of_heads_must_be_a_power_of_two
"""


import torch


def sliding_window_mask(length, window):
    if window < 1:
        raise ValueError("window must be at least 1")
    i = torch.arange(length).unsqueeze(1)
    j = torch.arange(length).unsqueeze(0)
    return (j <= i) & (j > i - window)


def alibi_bias(num_heads, length):
    slopes = torch.tensor([2.0 ** (-8 * (h + 1) / num_heads) for h in range(num_heads)])
    i = torch.arange(length).unsqueeze(1)
    j = torch.arange(length).unsqueeze(0)
    bias = -slopes[:, None, None] * (i - j)
    return bias.masked_fill(j > i, float("-inf"))
