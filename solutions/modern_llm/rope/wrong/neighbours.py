"""Pairs neighbours instead of halves.

让相邻元素配对，而不是前后两半。

caught by: test_pairs_are_halves_and_not_neighbours
also fails: test_angles_of_half_precision_inputs_are_precise,
test_float64_is_exact_at_large_positions, test_the_base_can_be_set,
test_the_frequencies_fall_from_1, test_the_positions_that_are_passed_count,
test_the_third_axis_is_time
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
    a, b = x.to(kind)[..., ::2], x.to(kind)[..., 1::2]
    out = torch.stack([a * cos - b * sin, a * sin + b * cos], -1).flatten(-2)
    return out.to(x.dtype)
