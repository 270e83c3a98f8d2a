"""Counts the frequencies from 1 instead of 0.

频率的下标从 1 数起，而不是 0。

caught by: test_the_frequencies_fall_from_1
also fails: test_angles_of_half_precision_inputs_are_precise,
test_float64_is_exact_at_large_positions, test_the_base_can_be_set,
test_the_direction_of_the_turn, test_the_positions_that_are_passed_count,
test_the_third_axis_is_time
"""

import torch


def apply_rope(x, positions, base=10000.0):
    d = x.shape[-1]
    if d % 2:
        raise ValueError("d is odd")
    kind = torch.float64 if x.dtype == torch.float64 else torch.float32
    freqs = base ** (-2 * torch.arange(1, d // 2 + 1, dtype=kind) / d)
    angles = positions[:, None].to(kind) * freqs
    cos, sin = angles.cos(), angles.sin()
    a, b = x.to(kind).chunk(2, -1)
    out = torch.cat([a * cos - b * sin, a * sin + b * cos], -1)
    return out.to(x.dtype)
