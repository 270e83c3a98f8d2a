"""NumPy: interpolation for the warm-up, where for the phases; gives an array scalar."""

import numpy as np


def cosine_lr(step, warmup_steps, total_steps, peak, floor=0.0):
    if step >= total_steps:
        return np.float64(floor)
    if warmup_steps and step < warmup_steps:
        return np.interp(step, [0, warmup_steps], [0.0, peak])
    angle = np.pi * (step - warmup_steps) / (total_steps - warmup_steps)
    return np.asarray(0.5 * (peak + floor) + 0.5 * (peak - floor) * np.cos(angle))
