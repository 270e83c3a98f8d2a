"""After the end the cosine rises again.

结束之后余弦又升了上去。

caught by: test_the_rate_stays_at_the_floor_after_the_end
also fails: test_the_end_comes_before_a_longer_warm_up
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
    if step == total_steps:
        return floor
    if step < warmup_steps:
        return peak * step / warmup_steps
    progress = (step - warmup_steps) / (total_steps - warmup_steps)
    return floor + (peak - floor) * (1 + cos(pi * progress)) / 2
