"""Takes Xavier's standard deviation for the bound.

把 Xavier 的标准差当成了边界。

caught by: test_xavier_has_its_variance
also fails: test_xavier_is_uniform
"""

import numpy as np


def xavier_uniform(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed)
    b = np.sqrt(2 / (fan_in + fan_out))
    return rng.uniform(-b, b, (fan_out, fan_in))


def he_normal(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed)
    return rng.normal(0.0, np.sqrt(2 / fan_in), (fan_out, fan_in))
