"""Leaves fan_out out of Xavier's bound.

Xavier 的边界里漏了 fan_out。

caught by: test_xavier_stays_within_its_bound
also fails: test_xavier_has_its_variance, test_xavier_is_uniform
"""

import numpy as np


def xavier_uniform(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed)
    b = np.sqrt(6 / fan_in)
    return rng.uniform(-b, b, (fan_out, fan_in))


def he_normal(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed)
    return rng.normal(0.0, np.sqrt(2 / fan_in), (fan_out, fan_in))
