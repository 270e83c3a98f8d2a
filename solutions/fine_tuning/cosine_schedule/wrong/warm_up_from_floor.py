"""The warm-up rises from the floor instead of 0.

预热从 floor 而不是 0 开始上升。

caught by: test_the_warm_up_is_linear_from_zero
also fails: test_a_longer_warm_up_keeps_its_slope
"""

from math import cos, pi


def cosine_lr(
    step: int,
    warmup_steps: int,
    total_steps: int,
    peak: float,
    floor: float = 0.0,
) -> float:
    """Return the learning rate of ``step``."""
    # The trap: the end comes first, so neither division is by zero.
    if step >= total_steps:
        return floor
    if step < warmup_steps:
        return floor + (peak - floor) * step / warmup_steps
    progress = (step - warmup_steps) / (total_steps - warmup_steps)
    return floor + (peak - floor) * (1 + cos(pi * progress)) / 2
