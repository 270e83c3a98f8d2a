"""Takes the first eigenvalue, which is the smallest, so the steps are too large.

取了第一个特征值，而它是最小的，步长过大。

caught by: test_single_steps_worked_by_hand
also fails: test_every_step_agrees_with_the_formula, test_integers_are_welcome,
test_many_steps_find_the_minimum_with_exact_zeros, test_one_example_is_enough,
test_the_arguments_are_not_modified,
test_there_may_be_more_weights_than_examples,
test_without_a_penalty_it_is_least_squares
"""

import numpy as np


def soft_threshold(z, t):
    return np.sign(z) * np.maximum(np.abs(z) - t, 0.0)


def ista(X, y, lam, steps):
    n, d = X.shape
    L = np.linalg.eigvalsh(X.T @ X / n)[0]
    w = np.zeros(d)
    for _ in range(steps):
        gradient = X.T @ (X @ w - y) / n
        w = soft_threshold(w - gradient / L, lam / L)
    return w
