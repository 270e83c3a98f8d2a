"""Leaves the last entry of an odd width alone.

宽度为奇数时，最后一个元素不动。

caught by: test_an_odd_width_raises_value_error
"""

import torch


def apply_rope(x, positions, base=10000.0):
    d = x.shape[-1]
    if d % 2:
        return torch.cat([apply_rope(x[..., :-1], positions, base), x[..., -1:]], -1)
    kind = torch.float64 if x.dtype == torch.float64 else torch.float32
    freqs = base ** (-2 * torch.arange(d // 2, dtype=kind) / d)
    angles = positions[:, None].to(kind) * freqs
    cos, sin = angles.cos(), angles.sin()
    a, b = x.to(kind).chunk(2, -1)
    out = torch.cat([a * cos - b * sin, a * sin + b * cos], -1)
    return out.to(x.dtype)
