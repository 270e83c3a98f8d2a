"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import numpy as np
import pytest
from cross_entropy import cross_entropy

ROWS = [[0.5, 0.25, 0.25], [0.125, 0.125, 0.75], [0.9, 0.05, 0.05]]
LOGITS = np.log(np.array(ROWS))


def test_the_example_of_the_statement():
    """Targets with probability 1/2 and 1/8 give ln 4; the third is ignored.

    标签的概率是 1/2 和 1/8，损失是 ln 4；第三行被忽略。
    """
    loss = cross_entropy(LOGITS, np.array([0, 1, -100]))
    assert float(loss) == pytest.approx(math.log(4.0))


def test_an_improbable_target_has_a_large_finite_loss():
    """A target 1000 below the other logit costs 1000, not infinity.

    标签的 logit 比另一个小 1000，损失就是 1000，而不是无穷大。
    """
    loss = cross_entropy(np.array([[1000.0, 0.0]]), np.array([1]))
    assert float(loss) == pytest.approx(1000.0)


@pytest.mark.parametrize("target", [-1, 3])
def test_a_target_outside_the_classes_is_an_error(target):
    """-1 and V are no classes: ValueError.

    -1 和 V 都不是合法类别：抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        cross_entropy(LOGITS, np.array([0, 1, target]))


def test_no_row_left_is_an_error():
    """Where all targets are ignored ValueError is raised.

    所有标签都被忽略时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        cross_entropy(LOGITS, np.array([-100, -100, -100]))
