"""Returns float32 for a half-precision input.

半精度输入返回了 float32。

caught by: test_the_result_has_the_dtype_of_x
"""

import torch


def apply_rope(x, positions, base=10000.0):
    d = x.shape[-1]
    if d % 2:
        raise ValueError("d is odd")
    kind = torch.float64 if x.dtype == torch.float64 else torch.float32
    freqs = base ** (-2 * torch.arange(d // 2, dtype=kind) / d)
    angles = positions[:, None].to(kind) * freqs
    cos, sin = angles.cos(), angles.sin()
    a, b = x.to(kind).chunk(2, -1)
    out = torch.cat([a * cos - b * sin, a * sin + b * cos], -1)
    return out
