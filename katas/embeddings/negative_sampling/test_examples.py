"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import numpy as np
import pytest
from negative_sampling import noise_distribution, sgns_loss

V, U = np.array([1.0, 0.0]), np.array([0.0, 1.0])


def test_the_example_of_the_statement():
    """Two scores of 0 cost ln 2 each.

    两个得分都是 0，损失各为 ln 2。
    """
    loss, d_v, d_u, d_neg = sgns_loss(V, U, np.array([[0.0, 2.0]]))
    assert float(loss) == pytest.approx(2 * math.log(2))
    assert d_v == pytest.approx([0.0, 0.5])
    assert d_u == pytest.approx([-0.5, 0.0])
    assert d_neg[0] == pytest.approx([0.5, 0.0])


def test_the_noise_of_the_statement():
    """16 to the power 3/4 is 8.

    16 的 3/4 次方是 8。
    """
    noise = noise_distribution(np.array([1, 16]))
    assert noise == pytest.approx([1 / 9, 8 / 9])


def test_a_wrong_decision_at_1000_costs_1000():
    """A negative with a score of 1000 has a large but finite loss.

    得分为 1000 的负样本，损失很大但有限。
    """
    loss, *_ = sgns_loss(V, 1000 * V, np.array([[1000.0, 0.0]]))
    assert float(loss) == pytest.approx(1000.0)
