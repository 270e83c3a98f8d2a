"""Computes the angles of a float64 input in float32.

输入是 float64，角度却用 float32 计算。

caught by: test_float64_is_exact_at_large_positions
also fails: test_the_positions_that_are_passed_count
"""

import torch


def apply_rope(x, positions, base=10000.0):
    d = x.shape[-1]
    if d % 2:
        raise ValueError("d is odd")
    kind = torch.float64 if x.dtype == torch.float64 else torch.float32
    freqs = base ** (-2 * torch.arange(d // 2, dtype=torch.float32) / d)
    angles = positions[:, None].to(kind) * freqs
    cos, sin = angles.cos(), angles.sin()
    a, b = x.to(kind).chunk(2, -1)
    out = torch.cat([a * cos - b * sin, a * sin + b * cos], -1)
    return out.to(x.dtype)
