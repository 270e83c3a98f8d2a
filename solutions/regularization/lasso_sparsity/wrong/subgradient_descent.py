"""Follows the subgradient of the penalty instead of thresholding: weights come near 0, but not to it.

沿惩罚项的次梯度下降，而不是做阈值：权重接近 0，却到不了 0。

caught by: test_many_steps_find_the_minimum_with_exact_zeros
also fails: test_a_strong_penalty_keeps_all_weights_at_zero,
test_every_step_agrees_with_the_formula, test_integers_are_welcome,
test_one_example_is_enough, test_single_steps_worked_by_hand,
test_the_arguments_are_not_modified,
test_there_may_be_more_weights_than_examples
"""

import numpy as np


def soft_threshold(z, t):
    return np.sign(z) * np.maximum(np.abs(z) - t, 0.0)


def ista(X, y, lam, steps):
    n, d = X.shape
    L = np.linalg.eigvalsh(X.T @ X / n)[-1]
    w = np.zeros(d)
    for _ in range(steps):
        gradient = X.T @ (X @ w - y) / n
        w = w - (gradient + lam * np.sign(w)) / L
    return w
