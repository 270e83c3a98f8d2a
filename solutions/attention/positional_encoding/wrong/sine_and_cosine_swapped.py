"""Even columns hold cosines and odd ones sines.

偶数列放了余弦，奇数列放了正弦。

caught by: test_position_zero_is_zeros_and_ones
also fails: test_every_entry_follows_the_formula,
test_frequencies_lie_between_one_and_a_ten_thousandth,
test_the_first_pair_turns_by_one_radian, test_the_last_pair_is_the_slowest
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
    out[:, 0::2] = torch.cos(angles)
    out[:, 1::2] = torch.sin(angles)
    return out
