"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import numpy as np
import pytest
from label_smoothing import smooth_targets, smoothed_cross_entropy


def test_the_targets_of_the_statement():
    """Every class gets 0.05 and the target 0.8 more.

    每个类别 0.05，目标类别再加 0.8。
    """
    due = [[0.05, 0.85, 0.05, 0.05], [0.05, 0.05, 0.05, 0.85]]
    np.testing.assert_allclose(smooth_targets(np.array([1, 3]), 4, 0.2), due)


def test_the_loss_of_the_statement():
    """0.8 · ln 2 + 0.2 · ln 4 is 1.2 · ln 2.

    0.8 · ln 2 + 0.2 · ln 4 等于 1.2 · ln 2。
    """
    logits = np.log([[1.0, 2.0, 1.0]])
    loss = smoothed_cross_entropy(logits, np.array([1]), 0.3)
    assert float(loss) == pytest.approx(1.2 * math.log(2))


def test_eps_of_1_is_an_error():
    """The target would count no more than the others: ValueError.

    目标类别将与其他类别无异：抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        smooth_targets(np.array([0]), 2, 1.0)
