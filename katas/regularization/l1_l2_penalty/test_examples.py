"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import numpy as np
import pytest
from l1_l2_penalty import penalty_gradient, regularized_loss

Y, P = np.array([1, 0]), np.array([0.5, 0.75])
W = np.array([2.0, 0.0, -1.0])
LN2 = math.log(2.0)


@pytest.mark.parametrize(("kind", "size"), [("l1", 3.0), ("l2", 5.0)])
def test_the_losses_of_the_statement(kind, size):
    """The cross-entropy is 1.5 ln 2; the penalty adds 0.1 times 3 or 5.

    交叉熵是 1.5 ln 2，惩罚项再加上 0.1 乘以 3 或 5。
    """
    loss = regularized_loss(Y, P, W, 0.1, kind)
    assert float(loss) == pytest.approx(1.5 * LN2 + 0.1 * size)


@pytest.mark.parametrize(
    ("kind", "due"),
    [("l1", [0.1, 0.0, -0.1]), ("l2", [0.4, 0.0, -0.2])],
)
def test_the_gradients_of_the_statement(kind, due):
    """L1 pulls all weights but 0 equally hard, L2 in proportion to size.

    L1 对每个非零权重的拉力相同，L2 的拉力与权重成正比。
    """
    assert penalty_gradient(W, 0.1, kind) == pytest.approx(np.array(due))


def test_a_prediction_of_zero_has_a_finite_loss():
    """A 1 that was predicted with probability 0 costs −ln 1e-12.

    真实为 1 而预测概率为 0，损失是 −ln 1e-12。
    """
    loss = regularized_loss(np.array([1]), np.array([0.0]), W, 0.0, "l2")
    assert float(loss) == pytest.approx(12 * math.log(10.0))


def test_a_negative_strength_is_an_error():
    """A negative lam raises ValueError.

    lam 为负时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        penalty_gradient(W, -0.1, "l1")
