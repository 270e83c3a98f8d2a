"""Plain Python for one row, applied along the last axis."""

import math

import numpy as np


def row(values, temperature):
    scaled = [float(v) / temperature for v in values]
    top = max(scaled)
    parts = [math.exp(s - top) for s in scaled]
    total = math.fsum(parts)
    return np.array([part / total for part in parts])


def apply_temperature(logits, temperature):
    if temperature <= 0:
        raise ValueError("no such temperature")
    return np.apply_along_axis(row, -1, np.asarray(logits), temperature)
