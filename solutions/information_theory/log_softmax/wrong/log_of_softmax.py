"""Takes the logarithm of a stable softmax: a probability that underflows becomes -inf.

先算（稳定的）softmax 再取对数：概率下溢后变成 -inf。

caught by: test_a_tiny_probability_has_a_finite_logarithm
also fails: test_integers_give_float64
"""

import numpy as np


def log_softmax(x, axis=-1):
    e = np.exp(x.astype(float) - x.max(axis=axis, keepdims=True))
    return np.log(e / e.sum(axis=axis, keepdims=True))
