"""The half-angle identity: cos squared; clipped progress."""

import math


def cosine_lr(step, warmup_steps, total_steps, peak, floor=0.0):
    if step < min(warmup_steps, total_steps):
        return peak * (step / warmup_steps)
    span = max(1, total_steps - warmup_steps)
    t = 1.0 if step >= total_steps else (step - warmup_steps) / span
    return floor + (peak - floor) * math.cos(math.pi * t / 2) ** 2
