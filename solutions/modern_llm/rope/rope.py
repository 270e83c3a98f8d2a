"""Rotary position embedding (Su et al. 2021), written to be read.

The pair (x[i], x[i + d/2]) is turned by positions * base^(-2i/d).
"""

import torch
from torch import Tensor


def apply_rope(
    x: Tensor,
    positions: Tensor,
    base: float = 10000.0,
) -> Tensor:
    """Take x (B, h, T, d), positions (T,); return x with its pairs turned."""
    d = x.shape[-1]
    if d % 2:
        raise ValueError(f"{d} numbers can't form pairs")
    # The trap: in half precision neither large positions nor small angles
    # are exact, so compute in float32, or in float64 if x is float64.
    wide = torch.float64 if x.dtype == torch.float64 else torch.float32
    exponents = -2 * torch.arange(d // 2, dtype=wide) / d  # (d/2,)
    angles = positions[:, None].to(wide) * base**exponents  # (T, d/2)
    cos, sin = angles.cos(), angles.sin()
    a, b = x.to(wide).chunk(2, dim=-1)  # each (B, h, T, d/2)
    turned = torch.cat([a * cos - b * sin, a * sin + b * cos], dim=-1)
    return turned.to(x.dtype)
