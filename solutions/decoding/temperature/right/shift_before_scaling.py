"""Subtracts each row's maximum first and multiplies by the inverse temperature, in place on a copy."""

import numpy as np


def apply_temperature(logits, temperature):
    if temperature <= 0:
        raise ValueError(temperature)
    out = np.array(logits, dtype=float)
    out -= out.max(-1)[..., None]
    out *= 1.0 / temperature
    np.exp(out, out=out)
    out /= out.sum(-1)[..., None]
    return out
