"""Uses the variance 1/fan_in, without the 2 for ReLU.

方差用了 1/fan_in，漏了 ReLU 的 2。

caught by: test_he_has_its_standard_deviation
also fails: test_he_goes_by_fan_in, test_he_is_normal
"""

import numpy as np


def xavier_uniform(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed)
    b = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-b, b, (fan_out, fan_in))


def he_normal(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed)
    return rng.normal(0.0, np.sqrt(1 / fan_in), (fan_out, fan_in))
