"""Divides by fan_out in He's rule.

He 的公式里除以了 fan_out。

caught by: test_he_goes_by_fan_in
also fails: test_he_is_normal
"""

import numpy as np


def xavier_uniform(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed)
    b = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-b, b, (fan_out, fan_in))


def he_normal(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed)
    return rng.normal(0.0, np.sqrt(2 / fan_out), (fan_out, fan_in))
