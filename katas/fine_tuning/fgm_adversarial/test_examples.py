"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
import torch
from support import play

VALUES, GRADIENT = torch.tensor([1.0, 2.0]), torch.tensor([3.0, 4.0])


def test_the_attack_of_the_statement():
    """The norm of (3, 4) is 5: half of (0.6, 0.8) is added.

    (3, 4) 的范数是 5：加上 (0.6, 0.8) 的一半。
    """
    (attacked,), _ = play(VALUES, GRADIENT, ["attack"], 0.5)
    assert attacked.tolist() == pytest.approx([1.3, 2.4])


def test_the_old_values_come_back():
    """restore puts (1, 2) back.

    restore 恢复 (1, 2)。
    """
    (_, restored), _ = play(VALUES, GRADIENT, ["attack", "restore"], 0.5)
    assert restored.tolist() == [1.0, 2.0]


def test_a_zero_gradient_does_nothing():
    """There is no direction to go.

    没有可走的方向。
    """
    (attacked,), _ = play(VALUES, torch.zeros(2), ["attack"])
    assert attacked.tolist() == [1.0, 2.0]


def test_restore_alone_does_nothing():
    """Without an attack there is nothing to restore.

    没有攻击过，就没有可恢复的。
    """
    (restored,), _ = play(VALUES, GRADIENT, ["restore"])
    assert restored.tolist() == [1.0, 2.0]
