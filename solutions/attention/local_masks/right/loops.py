"""Loops over pairs, lists turned into tensors at the end."""

import math

import torch


def sliding_window_mask(length, window):
    if window < 1:
        raise ValueError("window")
    return torch.tensor([[0 <= i - j < window for j in range(length)] for i in range(length)])


def alibi_bias(num_heads, length):
    if num_heads < 1 or math.log2(num_heads) % 1:
        raise ValueError("num_heads must be a power of two")
    bias = torch.full((num_heads, length, length), -math.inf)
    for h in range(num_heads):
        slope = 2 ** (-8 * (h + 1) / num_heads)
        for i in range(length):
            for j in range(i + 1):
                bias[h, i, j] = -slope * (i - j)
    return bias
