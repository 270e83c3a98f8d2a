"""Takes seed 0 for no seed.

把种子 0 当成没有种子。

caught by: test_the_same_seed_gives_the_same_weights
"""

import numpy as np


def xavier_uniform(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed or None)
    b = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-b, b, (fan_out, fan_in))


def he_normal(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed or None)
    return rng.normal(0.0, np.sqrt(2 / fan_in), (fan_out, fan_in))
