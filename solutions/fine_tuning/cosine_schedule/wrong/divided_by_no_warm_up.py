"""The peak counts as warm-up, so a warm-up of 0 steps is divided by zero.

峰值那一步也算作预热，预热为 0 步时除以了零。

caught by: test_no_warm_up_starts_at_the_peak
"""

from math import cos, pi


def cosine_lr(step, warmup_steps, total_steps, peak, floor=0.0):
    if step >= total_steps:
        return floor
    if step <= warmup_steps:
        return peak * step / warmup_steps
    progress = (step - warmup_steps) / (total_steps - warmup_steps)
    return floor + (peak - floor) * (1 + cos(pi * progress)) / 2
