"""Progress is divided by all steps, the warm-up included.

progress 的分母用了总步数，把预热也算了进去。

caught by: test_the_decay_is_a_cosine
also fails: test_the_floor_is_zero_unless_given
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
        return peak * step / warmup_steps
    progress = (step - warmup_steps) / total_steps
    return floor + (peak - floor) * (1 + cos(pi * progress)) / 2
