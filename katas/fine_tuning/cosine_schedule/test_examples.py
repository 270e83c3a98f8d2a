"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from cosine_schedule import cosine_lr


def test_half_of_the_warm_up():
    """Half of the warm-up gives half of the peak.

    预热过半，学习率是峰值的一半。
    """
    assert float(cosine_lr(5, 10, 110, 2.0)) == pytest.approx(1.0)


def test_half_of_the_decay():
    """Halfway down, the rate is midway between peak and floor.

    衰减过半，学习率在峰值和下限的正中间。
    """
    assert float(cosine_lr(60, 10, 110, 2.0, 1.0)) == pytest.approx(1.5)


def test_the_end():
    """At total_steps the rate is the floor.

    到 total_steps 时，学习率等于下限。
    """
    assert float(cosine_lr(110, 10, 110, 2.0, 1.0)) == pytest.approx(1.0)
