"""Draws Xavier's weights from a normal distribution of the right variance.

Xavier 用了方差正确的正态分布。

caught by: test_xavier_is_uniform
also fails: test_xavier_stays_within_its_bound
"""

import numpy as np


def xavier_uniform(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed)
    b = np.sqrt(6 / (fan_in + fan_out))
    return rng.normal(0.0, b / np.sqrt(3), (fan_out, fan_in))


def he_normal(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed)
    return rng.normal(0.0, np.sqrt(2 / fan_in), (fan_out, fan_in))
