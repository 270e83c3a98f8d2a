"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from dropout import dropout, dropout_backward


def test_kept_entries_are_scaled():
    """With p = 0.5 kept entries are doubled, the others are 0.

    p = 0.5 时，保留的元素乘 2，其余为 0。
    """
    y, mask = dropout(np.arange(1.0, 101.0), 0.5, True, 7)
    assert mask.dtype == bool
    np.testing.assert_allclose(y, np.where(mask, 2 * np.arange(1, 101), 0))


def test_evaluation_changes_nothing():
    """In evaluation the output equals x and the mask is all True.

    评估时输出等于 x，掩码全为 True。
    """
    y, mask = dropout(np.array([1.0, 2.0]), 0.5, False, 7)
    np.testing.assert_array_equal(y, [1.0, 2.0])
    assert mask.tolist() == [True, True]


def test_the_gradient_passes_where_entries_were_kept():
    """The gradient is scaled where entries were kept.

    保留处的梯度被缩放。
    """
    mask = np.array([True, True, False, False])
    dx = dropout_backward(np.ones(4), mask, 0.5)
    np.testing.assert_allclose(dx, [2.0, 2.0, 0.0, 0.0])


def test_p_of_1_is_an_error():
    """Nothing would be left: ValueError.

    什么都不会剩下：抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        dropout(np.ones(3), 1.0, True, 7)
