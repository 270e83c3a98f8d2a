"""Thresholds positive entries only and loses the negative ones.

只对正的元素做阈值，负的元素丢了。

caught by: test_the_threshold_moves_every_entry_towards_zero
also fails: test_every_step_agrees_with_the_formula, test_integers_are_welcome,
test_many_steps_find_the_minimum_with_exact_zeros, test_one_example_is_enough,
test_there_may_be_more_weights_than_examples,
test_without_a_penalty_it_is_least_squares
"""

import numpy as np


def soft_threshold(z, t):
    return np.maximum(z - t, 0.0)


def ista(X, y, lam, steps):
    n, d = X.shape
    L = np.linalg.eigvalsh(X.T @ X / n)[-1]
    w = np.zeros(d)
    for _ in range(steps):
        gradient = X.T @ (X @ w - y) / n
        w = soft_threshold(w - gradient / L, lam / L)
    return w
