"""The position is multiplied by the power instead of divided.

位置乘以了幂，而不是除以它。

caught by: test_the_last_pair_is_the_slowest
also fails: test_every_entry_follows_the_formula,
test_frequencies_lie_between_one_and_a_ten_thousandth,
test_with_many_pairs_the_last_one_is_very_slow
"""


import math

import torch


def sinusoidal_positions(length, dim):
    if dim % 2 != 0:
        raise ValueError("dim must be even")
    pos = torch.arange(length).float().unsqueeze(1)
    two_i = torch.arange(0, dim, 2).float()
    angles = pos * 10000 ** (two_i / dim)
    out = torch.zeros(length, dim)
    out[:, 0::2] = torch.sin(angles)
    out[:, 1::2] = torch.cos(angles)
    return out
