"""The base is 1000 instead of 10000.

底数用了 1000，而不是 10000。

caught by: test_the_last_pair_is_the_slowest
also fails: test_every_entry_follows_the_formula
"""


import math

import torch


def sinusoidal_positions(length, dim):
    if dim % 2 != 0:
        raise ValueError("dim must be even")
    pos = torch.arange(length).float().unsqueeze(1)
    two_i = torch.arange(0, dim, 2).float()
    angles = pos / 1000 ** (two_i / dim)
    out = torch.zeros(length, dim)
    out[:, 0::2] = torch.sin(angles)
    out[:, 1::2] = torch.cos(angles)
    return out
