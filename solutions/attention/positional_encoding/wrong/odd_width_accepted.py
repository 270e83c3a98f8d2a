"""An odd dim gives a table with one cosine less.

dim 为奇数时没有报错，只是少一列余弦。

caught by: test_an_odd_width_is_an_error
"""


import math

import torch


def sinusoidal_positions(length, dim):
    pos = torch.arange(length).float().unsqueeze(1)
    two_i = torch.arange(0, dim, 2).float()
    angles = pos / 10000 ** (two_i / dim)
    out = torch.zeros(length, dim)
    out[:, 0::2] = torch.sin(angles)
    out[:, 1::2] = torch.cos(angles)[:, : dim // 2]
    return out
