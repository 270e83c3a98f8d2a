"""Gives the transposed shape, (fan_in, fan_out).

形状写反了，成了 (fan_in, fan_out)。

caught by: test_the_shape_is_outputs_by_inputs
also fails: test_different_seeds_give_different_weights,
test_he_goes_by_fan_in, test_he_is_normal,
test_the_same_seed_gives_the_same_weights, test_xavier_has_its_variance,
test_xavier_is_uniform, test_xavier_stays_within_its_bound
"""

import numpy as np


def xavier_uniform(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed)
    b = np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-b, b, (fan_in, fan_out))


def he_normal(fan_in, fan_out, seed):
    rng = np.random.default_rng(seed)
    return rng.normal(0.0, np.sqrt(2 / fan_in), (fan_in, fan_out))
