import numpy as np


def softmax(x):
    values = np.exp(np.asarray(x, dtype=float) - max(x))
    return (values / values.sum())[:, None]
