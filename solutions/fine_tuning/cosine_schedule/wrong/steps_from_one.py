"""The warm-up counts steps from 1, so that the first step has more than 0.

预热的步从 1 数起，第一步就大于 0。

caught by: test_the_warm_up_is_linear_from_zero
also fails: test_a_longer_warm_up_keeps_its_slope,
test_only_warm_up_divides_by_nothing
"""

from math import cos, pi


def cosine_lr(step, warmup_steps, total_steps, peak, floor=0.0):
    if step >= total_steps:
        return floor
    if step < warmup_steps:
        return peak * (step + 1) / warmup_steps
    progress = (step - warmup_steps) / (total_steps - warmup_steps)
    return floor + (peak - floor) * (1 + cos(pi * progress)) / 2
