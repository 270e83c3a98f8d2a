"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from log_softmax import log_softmax

X = np.log(np.array([[1.0, 2.0, 5.0], [1.0, 1.0, 2.0]]))


def test_the_rows_of_the_statement():
    """Along the last axis the shares of the first row are 1/8, 2/8 and 5/8.

    沿最后一个轴，第一行的份额是 1/8、2/8、5/8。
    """
    due = np.log(np.array([[0.125, 0.25, 0.625], [0.25, 0.25, 0.5]]))
    assert log_softmax(X) == pytest.approx(due)


def test_the_columns_of_the_statement():
    """Along axis 0 each column is normalised by itself.

    沿轴 0 时，每一列各自归一化。
    """
    due = np.log(np.array([[1 / 2, 2 / 3, 5 / 7], [1 / 2, 1 / 3, 2 / 7]]))
    assert log_softmax(X, axis=0) == pytest.approx(due)


def test_a_tiny_probability_has_a_finite_logarithm():
    """An entry 1000 below the other has log-probability -1000, not -inf.

    比另一个小 1000 的元素，对数概率是 -1000，而不是 -inf。
    """
    due = np.array([-1000.0, 0.0])
    assert log_softmax(np.array([0.0, 1000.0])) == pytest.approx(due)


def test_integers_give_floats():
    """An array of integers gives float64.

    整数数组得到 float64。
    """
    found = log_softmax(np.array([7, 7]))
    assert found.dtype == np.float64
    assert found == pytest.approx(np.log([0.5, 0.5]))
