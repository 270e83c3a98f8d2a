"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from vanishing_gradient import gradient_norms


def test_the_example_of_the_statement():
    """A single unit: 1.28 over one step, 1.92 over two.

    只有一个单元：隔一步是 1.28，隔两步是 1.92。
    """
    norms = gradient_norms(np.array([[2.0]]), np.array([[0.3], [0.5], [0.6]]))
    assert norms == pytest.approx(np.array([1.92, 1.28, 1.0]))


def test_a_single_state():
    """With a single state there is only its derivative by itself: 1.

    只有一个状态时，只有它对自己的导数：1。
    """
    norms = gradient_norms(2.0 * np.eye(2), np.zeros((1, 2)))
    assert norms == pytest.approx(np.array([1.0]))


def test_gradients_vanish_exponentially():
    """With W = I/2 and states of 0 the norm is halved in every step.

    W = I/2、状态全为 0 时，范数每走一步减半。
    """
    norms = gradient_norms(0.5 * np.eye(3), np.zeros((5, 3)))
    assert norms == pytest.approx(np.array([0.0625, 0.125, 0.25, 0.5, 1.0]))
