"""The cosine gets the exponent of its own column, (2i + 1)/dim.

余弦用了自己那一列的指数 (2i + 1)/dim。

caught by: test_both_columns_of_a_pair_share_an_angle
also fails: test_every_entry_follows_the_formula,
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
    out[:, 0::2] = torch.sin(angles)
    out[:, 1::2] = torch.cos(pos / 10000 ** ((two_i + 1) / dim))
    return out
