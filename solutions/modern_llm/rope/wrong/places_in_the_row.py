"""Counts the tokens itself instead of using positions.

自己给 token 编号，没有用 positions。

caught by: test_the_positions_that_are_passed_count
also fails: test_angles_of_half_precision_inputs_are_precise,
test_the_result_has_the_dtype_of_x, test_the_third_axis_is_time
"""

import torch


def apply_rope(x, positions, base=10000.0):
    d = x.shape[-1]
    if d % 2:
        raise ValueError("d is odd")
    kind = torch.float64 if x.dtype == torch.float64 else torch.float32
    freqs = base ** (-2 * torch.arange(d // 2, dtype=kind) / d)
    angles = (positions.min() + torch.arange(len(positions)))[:, None].to(kind) * freqs
    cos, sin = angles.cos(), angles.sin()
    a, b = x.to(kind).chunk(2, -1)
    out = torch.cat([a * cos - b * sin, a * sin + b * cos], -1)
    return out.to(x.dtype)
