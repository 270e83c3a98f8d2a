"""Hands the variance to NumPy as the standard deviation.

把方差当作标准差传给了 NumPy。

caught by: test_he_has_its_standard_deviation
also fails: test_he_goes_by_fan_in
"""

import numpy as np


def xavier_uniform(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed)
    b = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-b, b, (fan_out, fan_in))


def he_normal(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed)
    return rng.normal(0.0, 2 / fan_in, (fan_out, fan_in))
