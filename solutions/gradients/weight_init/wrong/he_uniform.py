"""Draws He's weights uniformly, with the right standard deviation.

He 用了标准差正确的均匀分布。

caught by: test_he_is_normal
also fails: test_he_has_tails
"""

import numpy as np


def xavier_uniform(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed)
    b = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-b, b, (fan_out, fan_in))


def he_normal(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed)
    return rng.uniform(-1, 1, (fan_out, fan_in)) * np.sqrt(6 / fan_in)
