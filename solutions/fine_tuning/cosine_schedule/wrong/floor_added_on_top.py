"""The floor is added to a decay that starts at the full peak.

在从峰值开始的完整衰减上又加了 floor。

caught by: test_the_peak_comes_at_the_end_of_the_warm_up
also fails: test_no_warm_up_starts_at_the_peak, test_the_decay_is_a_cosine
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
    progress = (step - warmup_steps) / (total_steps - warmup_steps)
    return floor + peak * (1 + cos(pi * progress)) / 2
