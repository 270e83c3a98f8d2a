"""Sets small entries to 0 and leaves the others as they are.

只把小的元素置 0，其余元素原样保留。

caught by: test_the_threshold_moves_every_entry_towards_zero
also fails: test_every_step_agrees_with_the_formula, test_integers_are_welcome,
test_many_steps_find_the_minimum_with_exact_zeros, test_one_example_is_enough,
test_single_steps_worked_by_hand, test_the_arguments_are_not_modified,
test_there_may_be_more_weights_than_examples
"""

import numpy as np


def soft_threshold(z, t):
    return np.where(np.abs(z) <= t, 0.0, z)


def ista(X, y, lam, steps):
    n, d = X.shape
    L = np.linalg.eigvalsh(X.T @ X / n)[-1]
    w = np.zeros(d)
    for _ in range(steps):
        gradient = X.T @ (X @ w - y) / n
        w = soft_threshold(w - gradient / L, lam / L)
    return w
