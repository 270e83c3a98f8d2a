"""The table is cached and the cached tensor itself is handed out.

缓存了结果，却把缓存的张量本身返回给调用者。

caught by: test_each_call_gives_a_tensor_of_its_own
"""


import functools

import torch


@functools.cache
def sinusoidal_positions(length, dim):
    if dim % 2 != 0:
        raise ValueError("dim must be even")
    pos = torch.arange(length).float().unsqueeze(1)
    two_i = torch.arange(0, dim, 2).float()
    angles = pos / 10000 ** (two_i / dim)
    out = torch.zeros(length, dim)
    out[:, 0::2] = torch.sin(angles)
    out[:, 1::2] = torch.cos(angles)
    return out
