"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from temperature import apply_temperature

LOGITS = np.log(np.array([1.0, 2.0, 4.0]))


def test_a_temperature_of_one_is_the_softmax():
    """Odds of 1 : 2 : 4 give 1/7, 2/7 and 4/7.

    比例 1 : 2 : 4 得到 1/7、2/7、4/7。
    """
    due = np.array([1.0, 2.0, 4.0]) / 7
    assert np.allclose(apply_temperature(LOGITS, 1.0), due)


def test_half_the_temperature_squares_the_odds():
    """With T = 0.5 the odds are 1 : 4 : 16.

    T = 0.5 时比例变成 1 : 4 : 16。
    """
    due = np.array([1.0, 4.0, 16.0]) / 21
    assert np.allclose(apply_temperature(LOGITS, 0.5), due)


def test_a_temperature_of_zero_is_an_error():
    """A temperature of 0 raises ValueError.

    温度为 0 时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        apply_temperature(LOGITS, 0.0)
