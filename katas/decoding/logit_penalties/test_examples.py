"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from logit_penalties import min_p_filter, repetition_penalty

LOGITS = np.array([2.0, -1.0, 0.5, 4.0])


def test_repeated_ids_become_less_likely():
    """A positive logit is divided, a negative one multiplied, each once.

    正的 logit 做除法，负的做乘法，各一次。
    """
    due = [1.0, -2.0, 0.5, 4.0]
    assert np.allclose(repetition_penalty(LOGITS, [0, 1, 0], 2.0), due)


def test_min_p_is_relative_to_the_best_token():
    """With min_p = 0.4 and a best token of 0.5 the limit is 0.2.

    min_p = 0.4、最大概率 0.5 时，下限是 0.2。
    """
    logits = np.log(np.array([0.5, 0.3, 0.15, 0.05]))
    kept = np.exp(min_p_filter(logits, 0.4))
    assert np.allclose(kept, [0.5, 0.3, 0.0, 0.0])


def test_settings_out_of_range_are_errors():
    """A penalty of 0 and a min_p above 1 raise ValueError.

    惩罚为 0、min_p 大于 1 时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        repetition_penalty(LOGITS, [0], 0.0)
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        min_p_filter(LOGITS, 1.5)
