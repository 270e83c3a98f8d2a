"""NumPy's interpolation through the corners of the curve; gives a NumPy scalar."""

import numpy as np


def lr_factor(step, warmup_steps, total_steps):
    if step >= total_steps:
        return np.float64(0)
    if warmup_steps == 0:
        return np.interp(step, [0, total_steps], [1.0, 0.0])
    if warmup_steps >= total_steps:
        return np.interp(step, [0, warmup_steps], [0.0, 1.0])
    return np.interp(step, [0, warmup_steps, total_steps], [0.0, 1.0, 0.0])
