"""Lines the positions up with the heads where their number fits.

头数与位置数相同时，把位置对到了头上。

caught by: test_the_third_axis_is_time
also fails: test_angles_of_half_precision_inputs_are_precise
"""

import torch


def apply_rope(x, positions, base=10000.0):
    d = x.shape[-1]
    if d % 2:
        raise ValueError("d is odd")
    kind = torch.float64 if x.dtype == torch.float64 else torch.float32
    freqs = base ** (-2 * torch.arange(d // 2, dtype=kind) / d)
    angles = positions[:, None].to(kind) * freqs
    if x.shape[1] == len(positions):
        angles = angles[:, None]
    cos, sin = angles.cos(), angles.sin()
    a, b = x.to(kind).chunk(2, -1)
    out = torch.cat([a * cos - b * sin, a * sin + b * cos], -1)
    return out.to(x.dtype)
