"""Draws half of the rows and uses them twice.

只抽一半的行，然后重复使用一次。

caught by: test_every_weight_is_drawn_by_itself
"""

import numpy as np


def xavier_uniform(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed)
    b = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-b, b, (fan_out, fan_in))


def he_normal(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed)
    return np.tile(rng.normal(0.0, np.sqrt(2 / fan_in), ((fan_out + 1) // 2, fan_in)), (2, 1))[:fan_out]
