"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from top_k_filter import top_k_filter

LOGITS = np.array([1.0, 3.0, 2.0, 3.0, 2.0])
OUT = -np.inf


def test_the_largest_stay_in_their_places():
    """With k = 2 the two 3.0 stay where they are.

    k = 2 时，两个 3.0 留在原位。
    """
    due = np.array([OUT, 3.0, OUT, 3.0, OUT])
    assert np.array_equal(top_k_filter(LOGITS, 2), due)


def test_of_equal_logits_the_first_is_kept():
    """With k = 3 only the first of the two 2.0 stays.

    k = 3 时，两个 2.0 中只保留第一个。
    """
    due = np.array([OUT, 3.0, 2.0, 3.0, OUT])
    assert np.array_equal(top_k_filter(LOGITS, 3), due)


def test_a_k_beyond_the_vocabulary_changes_nothing():
    """With k = 9 all five stay.

    k = 9 时，五个都保留。
    """
    assert np.array_equal(top_k_filter(LOGITS, 9), LOGITS)


def test_a_k_of_zero_is_an_error():
    """No token at all can't be asked for.

    不能要求一个 token 都不留。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        top_k_filter(LOGITS, 0)
