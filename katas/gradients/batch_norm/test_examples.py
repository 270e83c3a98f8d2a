"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from batch_norm import batch_norm

ONE, ZERO = np.ones(1), np.zeros(1)
X = np.array([[1.0], [3.0]])


def test_training_normalises_with_the_batch():
    """The example of the statement in training mode.

    题面示例，训练模式。
    """
    out, mean, var = batch_norm(X, 2 * ONE, 5 * ONE, ZERO, ONE, True, 0.1, 3.0)
    assert out == pytest.approx(np.array([[4.0], [6.0]]))
    assert mean == pytest.approx(np.array([0.2]))
    assert var == pytest.approx(np.array([1.1]))


def test_evaluation_normalises_with_the_running_values():
    """The example of the statement in evaluation mode.

    题面示例，评估模式。
    """
    args = (X, 2 * ONE, 5 * ONE, ZERO, ONE, False, 0.1, 3.0)
    out, mean, var = batch_norm(*args)
    assert out == pytest.approx(np.array([[6.0], [8.0]]))
    assert mean == pytest.approx(ZERO)
    assert var == pytest.approx(ONE)


def test_training_with_one_row_is_an_error():
    """A batch of one row has no variance: ValueError in training.

    只有一行的 batch 没有方差可言：训练时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        batch_norm(X[:1], ONE, ZERO, ZERO, ONE, True)
