"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from pass_at_k import mean_pass_at_k, pass_at_k


def test_the_example_of_the_statement():
    """Of the 10 pairs out of 5 samples, 3 hold no correct one: 1 - 3/10.

    5 个样本共有 10 种两两组合，其中 3 种没有正确样本：1 - 3/10。
    """
    assert float(pass_at_k(5, 2, 2)) == pytest.approx(0.7)


def test_the_mean_over_problems():
    """The two problems have pass@2 0.7 and 0: the mean is 0.35.

    两道题的 pass@2 分别是 0.7 和 0，均值为 0.35。
    """
    assert float(mean_pass_at_k([(5, 2), (4, 0)], 2)) == pytest.approx(0.35)


def test_more_draws_than_samples_are_an_error():
    """k > n raises ValueError.

    k > n 时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        pass_at_k(5, 2, 6)
