"""Warms up from the floor.

从 floor 开始预热。

caught by: test_the_warm_up_is_linear_from_zero
also fails: test_only_warm_up_divides_by_nothing
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
