"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from lasso_sparsity import ista, soft_threshold

X, Y = np.array([[1.0, 0.0], [0.0, 2.0]]), np.array([4.0, 2.0])


def test_the_threshold_of_the_statement():
    """Each entry moves towards 0 by 1 and stops there.

    每个元素向 0 移动 1，到 0 为止。
    """
    found = soft_threshold(np.array([3.0, -0.5, -2.0]), 1.0)
    assert found == pytest.approx(np.array([2.0, 0.0, -1.0]))


def test_the_first_step_of_the_statement():
    """One step from 0 leads to (0.75, 0.75).

    从 0 出发走一步，到达 (0.75, 0.75)。
    """
    assert ista(X, Y, 0.5, 1) == pytest.approx(np.array([0.75, 0.75]))


def test_many_steps_reach_the_minimum():
    """With orthogonal columns the minimum can be computed by hand: (3, 0.75).

    各列正交时，最小值可以手算：(3, 0.75)。
    """
    assert ista(X, Y, 0.5, 200) == pytest.approx(np.array([3.0, 0.75]))


def test_a_strong_penalty_leaves_exact_zeros():
    """With lam = 3, above every entry of Xᵀy/n, all weights are exactly 0.

    lam = 3，大于 Xᵀy/n 的所有元素，权重全部恰好为 0。
    """
    assert ista(X, Y, 3.0, 10).tolist() == [0.0, 0.0]
