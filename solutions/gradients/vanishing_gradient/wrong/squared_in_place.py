"""Squares the caller's states in place.

在调用者的数组上原地平方。

caught by: test_the_arguments_are_not_modified
"""

import numpy as np


def gradient_norms(W, hidden):
    T, n = hidden.shape
    norms = np.ones(T)
    hidden *= hidden
    J = np.eye(n)
    for t in range(T - 1, 0, -1):
        J = J @ ((1 - hidden[t])[:, None] * W)
        norms[t - 1] = np.linalg.norm(J, 2)
    return norms
