"""NumPy, vectorised; returns a one-dimensional array."""

import numpy as np


def softmax(x):
    scores = np.asarray(x, dtype=float)
    if scores.size == 0:
        raise ValueError("no scores")
    with np.errstate(over="ignore"):
        exps = np.exp(scores - scores.max())
    return exps / exps.sum()
