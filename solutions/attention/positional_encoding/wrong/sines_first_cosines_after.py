"""All sines come first and all cosines after them, not in alternating columns.

先放所有正弦、再放所有余弦，而不是交错排列。

caught by: test_position_zero_is_zeros_and_ones
also fails: test_both_columns_of_a_pair_share_an_angle,
test_every_entry_follows_the_formula,
test_frequencies_lie_between_one_and_a_ten_thousandth,
test_the_last_pair_is_the_slowest
"""


import math

import torch


def sinusoidal_positions(length, dim):
    if dim % 2 != 0:
        raise ValueError("dim must be even")
    pos = torch.arange(length).float().unsqueeze(1)
    two_i = torch.arange(0, dim, 2).float()
    angles = pos / 10000 ** (two_i / dim)
    out = torch.zeros(length, dim)
    out[:, : dim // 2] = torch.sin(angles)
    out[:, dim // 2 :] = torch.cos(angles)
    return out
