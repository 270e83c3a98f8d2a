"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from top_p_filter import top_p_filter

LOGITS = np.log(np.array([0.1, 0.4, 0.2, 0.3]))


def test_the_token_that_reaches_p_stays():
    """For p = 0.6 the tokens of 0.4 and 0.3 stay.

    p = 0.6 时，概率为 0.4 和 0.3 的 token 保留。
    """
    kept = np.exp(top_p_filter(LOGITS, 0.6))
    assert np.allclose(kept, [0.0, 0.4, 0.0, 0.3])


def test_the_sum_has_to_reach_p():
    """For p = 0.75 the sum 0.7 is not enough.

    p = 0.75 时，总和 0.7 还不够。
    """
    kept = np.exp(top_p_filter(LOGITS, 0.75))
    assert np.allclose(kept, [0.0, 0.4, 0.2, 0.3])


def test_at_least_one_token_stays():
    """For p = 0.05 the most probable token stays.

    p = 0.05 时，保留概率最大的 token。
    """
    kept = np.exp(top_p_filter(LOGITS, 0.05))
    assert np.allclose(kept, [0.0, 0.4, 0.0, 0.0])


def test_a_p_of_zero_is_an_error():
    """A p of 0 raises ValueError.

    p 为 0 时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        top_p_filter(LOGITS, 0.0)
