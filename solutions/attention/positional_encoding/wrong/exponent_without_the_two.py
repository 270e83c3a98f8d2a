"""The exponent is i/dim instead of 2i/dim.

指数用了 i/dim，而不是 2i/dim。

caught by: test_the_last_pair_is_the_slowest
also fails: test_every_entry_follows_the_formula,
test_with_many_pairs_the_last_one_is_very_slow
"""


import math

import torch


def sinusoidal_positions(length, dim):
    if dim % 2 != 0:
        raise ValueError("dim must be even")
    pos = torch.arange(length).float().unsqueeze(1)
    two_i = torch.arange(0, dim, 2).float()
    angles = pos / 10000 ** (two_i / 2 / dim)
    out = torch.zeros(length, dim)
    out[:, 0::2] = torch.sin(angles)
    out[:, 1::2] = torch.cos(angles)
    return out
