"""A warm-up longer than the training is shortened to it, so it rises too fast.

预热比训练长时被截短到训练的长度，学习率升得太快。

caught by: test_a_longer_warm_up_keeps_its_slope
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
    warmup_steps = min(warmup_steps, total_steps)
    if step >= total_steps:
        return floor
    if step < warmup_steps:
        return peak * step / warmup_steps
    progress = (step - warmup_steps) / (total_steps - warmup_steps)
    return floor + (peak - floor) * (1 + cos(pi * progress)) / 2
