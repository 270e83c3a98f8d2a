"""Adds 1e-12 to the probabilities before the logarithm, so none falls below -27.6.

取对数之前给概率加上 1e-12，于是结果不会低于 -27.6。

caught by: test_a_small_probability_is_not_rounded_up
also fails: test_a_tiny_probability_has_a_finite_logarithm,
test_integers_give_float64
"""

import numpy as np


def log_softmax(x, axis=-1):
    x = x.astype(float)
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return np.log(e / e.sum(axis=axis, keepdims=True) + 1e-12)
