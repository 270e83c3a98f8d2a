"""Softmax with temperature, written to be read.

p = softmax(logits / T), over the last axis
"""

import numpy as np

Array = np.ndarray


def apply_temperature(logits: Array, temperature: float) -> Array:
    """Return softmax(logits / temperature) over the last axis, (..., V)."""
    if temperature <= 0:
        raise ValueError(f"the temperature must be positive: {temperature}")
    # The trap: temperature belongs to the logits. Dividing probabilities by it
    # and normalising again changes nothing at all.
    scaled = logits / temperature  # (..., V), a new array
    # Each row's own maximum: with one maximum for all rows a row far below it
    # would become 0/0.
    shifted = scaled - scaled.max(axis=-1, keepdims=True)  # (..., V), <= 0
    exponentials = np.exp(shifted)  # (..., V), the largest is 1
    return exponentials / exponentials.sum(axis=-1, keepdims=True)
