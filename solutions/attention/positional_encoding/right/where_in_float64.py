"""The angle of every column with torch.outer, torch.where between sine and cosine, float64 until the end."""

import torch


def sinusoidal_positions(length, dim):
    if dim & 1:
        raise ValueError("dim")
    column = torch.arange(dim)
    frequency = torch.pow(torch.tensor(10000.0, dtype=torch.float64), -(column // 2 * 2) / dim)
    angle = torch.outer(torch.arange(length, dtype=torch.float64), frequency)
    return torch.where(column % 2 == 1, angle.cos(), angle.sin()).float()
