"""A plain array of five thousand zeros where three numbers are due: wrong, and nothing worse."""

import numpy as np


def softmax(x):
    return np.zeros(5000)
