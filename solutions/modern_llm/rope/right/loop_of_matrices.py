"""A rotation matrix for every position and pair, by loops; angles from Python's math."""

import math

import torch


def apply_rope(x, positions, base=10000.0):
    d = x.shape[3]
    if d % 2 == 1:
        raise ValueError
    half = d // 2
    out = torch.empty_like(x)
    for t, position in enumerate(positions.tolist()):
        turn = torch.zeros(d, d, dtype=torch.float64)
        for i in range(half):
            angle = position * base ** (-2 * i / d)
            turn[i, i] = turn[i + half, i + half] = math.cos(angle)
            turn[i, i + half] = -math.sin(angle)
            turn[i + half, i] = math.sin(angle)
        out[:, :, t] = (x[:, :, t].double() @ turn.T).to(x.dtype)
    return out
