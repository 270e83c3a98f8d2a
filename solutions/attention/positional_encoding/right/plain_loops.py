"""Plain Python loops and math, one entry after another."""

import math

import torch


def sinusoidal_positions(length: int, dim: int) -> torch.Tensor:
    if dim % 2 == 1:
        raise ValueError(f"odd dim: {dim}")
    rows = []
    for pos in range(length):
        row = []
        for column in range(dim):
            angle = pos / 10000 ** ((column - column % 2) / dim)
            row.append(math.cos(angle) if column % 2 else math.sin(angle))
        rows.append(row)
    return torch.tensor(rows, dtype=torch.float32)
