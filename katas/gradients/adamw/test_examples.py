"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from support import run

PARAMS = {"w": np.array([2.0])}
GRADS = {"w": np.array([4.0])}


def test_the_example_of_the_statement():
    """2 − 0.1 for the decay − 0.1 for the gradient makes 1.8.

    2 减去衰减的 0.1，再减去梯度的 0.1，得 1.8。
    """
    (after,) = run(PARAMS, [GRADS], 0.1, weight_decay=0.5)
    assert after["w"].tolist() == pytest.approx([1.8])


def test_without_a_gradient_nothing_happens():
    """A parameter without a gradient stays as it is.

    没有梯度的参数保持原样。
    """
    (after,) = run(PARAMS, [{}], 0.1, weight_decay=0.5)
    assert after["w"].tolist() == [2.0]


def test_a_steady_gradient_moves_by_lr():
    """With equal gradients and no decay each step has the size lr.

    梯度不变、没有衰减时，每一步的大小都是 lr。
    """
    second = run(PARAMS, [GRADS, GRADS], 0.1, weight_decay=0.0)[1]
    assert second["w"].tolist() == pytest.approx([1.8])
