"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import numpy as np
import pytest
from mlp_backward import mlp_forward, mlp_loss_grads
from support import check

X = np.array([[2.0]])
PARAMS = {
    "W1": np.array([[1.0]]),
    "b1": np.array([0.0]),
    "W2": np.array([[1.0, 1.0]]),
    "b2": np.array([0.0, 0.0]),
}


def test_the_logits_of_the_statement():
    """Both logits are 2.

    两个 logit 都是 2。
    """
    np.testing.assert_allclose(mlp_forward(X, PARAMS), [[2.0, 2.0]])


def test_the_loss_and_gradients_of_the_statement():
    """The loss is ln 2; the gradient of W2 is (−1, 1).

    损失是 ln 2，W2 的梯度是 (−1, 1)。
    """
    loss, grads = mlp_loss_grads(X, np.array([0]), PARAMS)
    assert float(loss) == pytest.approx(math.log(2))
    np.testing.assert_allclose(grads["W2"], [[-1.0, 1.0]])
    np.testing.assert_allclose(grads["b2"], [-0.5, 0.5])
    np.testing.assert_allclose(grads["W1"], [[0.0]], atol=1e-12)


def test_the_check_of_the_statement():
    """The central difference of x³ at 1 with h = 0.5 is 3.25.

    x³ 在 1 处、h = 0.5 的中心差分是 3.25。
    """
    one = np.array([1.0])
    error, _ = check(one, one, np.array([3.0]), 0.5)
    assert float(error) == pytest.approx(0.04)
