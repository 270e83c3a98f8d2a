"""Two toy models: functions from the ids so far to probabilities (V,)."""

import numpy as np


def always(*probs):
    """A model with the same probabilities at every step."""
    return lambda ids: np.array(probs)


def counting():
    """A model that says 0, 1, 2, 3 … with certainty."""
    return lambda ids: np.eye(5)[len(ids)]
