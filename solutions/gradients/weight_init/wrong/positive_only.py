"""Draws from [0, b).

从 [0, b) 中抽取。

caught by: test_the_mean_is_zero
also fails: test_xavier_has_its_variance, test_xavier_is_uniform
"""

import numpy as np


def xavier_uniform(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed)
    b = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(0, b, (fan_out, fan_in))


def he_normal(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed)
    return rng.normal(0.0, np.sqrt(2 / fan_in), (fan_out, fan_in))
