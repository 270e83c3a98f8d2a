"""Forgets the 1/n in the gradient and in L, so lam weighs n times too little.

梯度和 L 都漏了 1/n，于是 lam 的作用小了 n 倍。

caught by: test_a_strong_penalty_keeps_all_weights_at_zero
also fails: test_every_step_agrees_with_the_formula, test_integers_are_welcome,
test_many_steps_find_the_minimum_with_exact_zeros,
test_single_steps_worked_by_hand, test_the_arguments_are_not_modified,
test_there_may_be_more_weights_than_examples
"""

import numpy as np


def soft_threshold(z, t):
    return np.sign(z) * np.maximum(np.abs(z) - t, 0.0)


def ista(X, y, lam, steps):
    n, d = X.shape
    L = np.linalg.eigvalsh(X.T @ X)[-1]
    w = np.zeros(d)
    for _ in range(steps):
        gradient = X.T @ (X @ w - y)
        w = soft_threshold(w - gradient / L, lam / L)
    return w
