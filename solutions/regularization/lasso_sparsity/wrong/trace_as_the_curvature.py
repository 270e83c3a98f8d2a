"""Takes the trace of XᵀX/n for L: safe, but smaller steps.

L 取了 XᵀX/n 的迹：安全，但步长更小。

caught by: test_every_step_agrees_with_the_formula
also fails: test_integers_are_welcome, test_single_steps_worked_by_hand,
test_the_arguments_are_not_modified,
test_there_may_be_more_weights_than_examples
"""

import numpy as np


def soft_threshold(z, t):
    return np.sign(z) * np.maximum(np.abs(z) - t, 0.0)


def ista(X, y, lam, steps):
    n, d = X.shape
    L = np.trace(X.T @ X / n)
    w = np.zeros(d)
    for _ in range(steps):
        gradient = X.T @ (X @ w - y) / n
        w = soft_threshold(w - gradient / L, lam / L)
    return w
