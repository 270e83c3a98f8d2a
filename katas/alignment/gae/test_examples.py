"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from gae import gae


def test_the_example_of_the_statement():
    """A step that goes on, one that ends an episode, one cut off.

    三步：第一步没有结束，第二步结束回合，第三步被截断。
    """
    rewards = np.array([1.0, 0.0, 2.0])
    values = np.array([0.5, 1.0, 0.0, 4.0])
    dones = np.array([False, True, False])
    advantages, returns = gae(rewards, values, dones, 0.5, 0.5)
    assert advantages == pytest.approx([0.75, -1.0, 4.0])
    assert returns == pytest.approx([1.25, 0.0, 4.0])


def test_a_single_step():
    """The advantage is the TD error: 1 + 0.99 · 2 - 3.

    优势就是 TD 误差：1 + 0.99 · 2 - 3。
    """
    rewards, values = np.array([1.0]), np.array([3.0, 2.0])
    advantages, returns = gae(rewards, values, np.array([False]))
    assert advantages == pytest.approx([-0.02])
    assert returns == pytest.approx([2.98])


def test_without_discounts_the_rewards_add_up():
    """gamma = lam = 1 and values of 0: the rewards still to come.

    gamma = lam = 1，价值都是 0：得到之后的奖励之和。
    """
    rewards = np.array([1.0, 2.0, 3.0])
    dones = np.zeros(3, dtype=bool)
    advantages, _ = gae(rewards, np.zeros(4), dones, gamma=1.0, lam=1.0)
    assert advantages == pytest.approx([6.0, 5.0, 3.0])
