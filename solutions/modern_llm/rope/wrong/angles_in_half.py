"""Computes the angles in the dtype of x.

在 x 的 dtype 下计算角度。

caught by: test_angles_of_half_precision_inputs_are_precise
"""

import torch


def apply_rope(x, positions, base=10000.0):
    d = x.shape[-1]
    if d % 2:
        raise ValueError("d is odd")
    kind = x.dtype
    freqs = base ** (-2 * torch.arange(d // 2, dtype=kind) / d)
    angles = positions[:, None].to(kind) * freqs
    cos, sin = angles.cos(), angles.sin()
    a, b = x.to(kind).chunk(2, -1)
    out = torch.cat([a * cos - b * sin, a * sin + b * cos], -1)
    return out.to(x.dtype)
