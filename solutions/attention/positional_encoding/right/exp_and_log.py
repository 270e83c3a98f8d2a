"""Frequencies as exp(-2i ln(10000)/dim), columns filled by slices."""

import math

import torch


def sinusoidal_positions(length, dim):
    if dim % 2:
        raise ValueError("dim must be even")
    pe = torch.zeros(length, dim)
    position = torch.arange(0, length, dtype=torch.float).unsqueeze(1)
    div = torch.exp(torch.arange(0, dim, 2).float() * (-math.log(10000.0) / dim))
    pe[:, 0::2] = torch.sin(position * div)
    pe[:, 1::2] = torch.cos(position * div)
    return pe
