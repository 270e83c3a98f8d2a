"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from lr_schedule import lr_factor


def test_half_of_the_warm_up():
    """Half of the warm-up gives 0.5.

    预热过半，系数是 0.5。
    """
    assert float(lr_factor(5, 10, 110)) == pytest.approx(0.5)


def test_the_top():
    """At the end of the warm-up the factor is 1.

    预热结束时，系数是 1。
    """
    assert float(lr_factor(10, 10, 110)) == pytest.approx(1.0)


def test_half_of_the_decay():
    """Halfway down it is 0.5 again.

    衰减过半，系数又回到 0.5。
    """
    assert float(lr_factor(60, 10, 110)) == pytest.approx(0.5)


def test_after_the_end():
    """After the end the factor is 0.

    训练结束之后，系数是 0。
    """
    assert float(lr_factor(200, 10, 110)) == 0.0
