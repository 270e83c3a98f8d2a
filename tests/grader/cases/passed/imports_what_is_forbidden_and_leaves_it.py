import math

import scipy.special  # noqa: F401
import torch  # noqa: F401
from scipy.special import softmax as theirs  # noqa: F401


def softmax(x):
    top = max(x)
    powers = [math.exp(value - top) for value in x]
    total = sum(powers)
    return [power / total for power in powers]
