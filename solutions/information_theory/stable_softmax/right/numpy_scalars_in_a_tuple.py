"""Divides by the sum through logarithms of the shifted scores; returns a tuple of NumPy scalars."""

import numpy as np


class EmptyScoresError(ValueError):
    """There is nothing to share."""


def softmax(x):
    if not x:
        raise EmptyScoresError("softmax of nothing")
    top = np.float64(max(x))
    shifted = [np.float64(v) - top if v > float("-inf") else np.float64("-inf") for v in x]
    log_total = np.log(np.sum(np.exp(shifted)))
    return tuple(np.exp(s - log_total) for s in shifted)
