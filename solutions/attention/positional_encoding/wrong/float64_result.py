"""The table is float64.

返回的是 float64。

caught by: test_one_row_per_position_in_float32
also fails: test_both_columns_of_a_pair_share_an_angle,
test_frequencies_lie_between_one_and_a_ten_thousandth,
test_the_last_pair_is_the_slowest,
test_with_many_pairs_the_last_one_is_very_slow
"""


import math

import torch


def sinusoidal_positions(length, dim):
    if dim % 2 != 0:
        raise ValueError("dim must be even")
    pos = torch.arange(length).float().unsqueeze(1)
    two_i = torch.arange(0, dim, 2).float()
    angles = pos / 10000 ** (two_i / dim)
    out = torch.zeros(length, dim, dtype=torch.float64)
    out[:, 0::2] = torch.sin(angles)
    out[:, 1::2] = torch.cos(angles)
    return out
