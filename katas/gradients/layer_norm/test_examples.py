"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
from layer_norm import layer_norm_backward, layer_norm_forward

X = np.array([[1.0, 3.0], [4.0, 8.0]])
GAMMA, BETA = np.array([2.0, 1.0]), np.array([0.0, 1.0])


def test_the_forward_pass_of_the_statement():
    """Both rows become -2, 2.

    两行都变成 -2、2。
    """
    y = layer_norm_forward(X, GAMMA, BETA, eps=0.0)
    np.testing.assert_allclose(y, [[-2.0, 2.0], [-2.0, 2.0]])


def test_the_gradients_of_gamma_and_beta():
    """dgamma is (-4, 5), dbeta is (4, 5).

    dgamma 是 (-4, 5)，dbeta 是 (4, 5)。
    """
    dy = np.array([[1.0, 0.0], [3.0, 5.0]])
    _, dgamma, dbeta = layer_norm_backward(dy, X, GAMMA, eps=0.0)
    np.testing.assert_allclose(dgamma, [-4.0, 5.0])
    np.testing.assert_allclose(dbeta, [4.0, 5.0])


def test_every_row_of_dx_sums_to_zero():
    """A constant added to a row changes nothing, so dx sums to 0.

    给一行加上常数不改变输出，所以 dx 每行之和为 0。
    """
    dy, x = np.array([[1.0, 2.0, 4.0]]), np.array([[0.0, 1.0, 5.0]])
    dx, _, _ = layer_norm_backward(dy, x, np.ones(3))
    np.testing.assert_allclose(dx.sum(axis=1), 0.0, atol=1e-12)
