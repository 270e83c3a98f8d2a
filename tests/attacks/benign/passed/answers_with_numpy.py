"""NumPy scalars in a tuple, an array, warnings on the way."""

import numpy as np


def softmax(x):
    values = np.asarray(x, dtype=np.float64)
    with np.errstate(all="warn"):
        weights = np.exp(values - values.max())
    shares = weights / weights.sum()
    return tuple(shares) if len(shares) % 2 else shares
