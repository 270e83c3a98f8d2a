import numpy as np


def softmax(x):
    if not x:
        raise ValueError("empty")
    return np.array([])
