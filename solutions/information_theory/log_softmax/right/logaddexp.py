"""np.logaddexp.reduce of the shifted entries; keeps the dtype of floats."""

import numpy as np


def log_softmax(x, axis=-1):
    if not np.issubdtype(x.dtype, np.floating):
        x = x.astype(np.float64)
    shifted = x - np.expand_dims(np.amax(x, axis=axis), axis)
    return shifted - np.logaddexp.reduce(shifted, axis=axis, keepdims=True)
