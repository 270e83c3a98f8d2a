"""The old interface of NumPy: a global seed, numbers from [0, 1) stretched, a standard normal scaled."""

import numpy as np


def xavier_uniform(fan_in, fan_out, seed):
    np.random.seed(seed)
    b = (6.0 / (fan_in + fan_out)) ** 0.5
    return (np.random.rand(fan_out, fan_in) * 2 - 1) * b


def he_normal(fan_in, fan_out, seed):
    np.random.seed(seed)
    return np.random.randn(fan_out, fan_in) * np.sqrt(2.0 / fan_in)
