"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from rerank import rerank

CANDIDATES = [("no", [-1.0]), ("not at all", [-0.4, -0.4, -0.4])]


def test_a_long_candidate_may_win():
    """With alpha = 1 three good tokens beat a bad one.

    alpha = 1 时，三个好的 token 胜过一个差的。
    """
    ranking = rerank(CANDIDATES, alpha=1.0)
    assert [text for text, _ in ranking] == ["not at all", "no"]
    assert [score for _, score in ranking] == pytest.approx([-0.9, -1.0])


def test_without_the_penalty_the_sum_decides():
    """With alpha = 0 the larger sum wins.

    alpha = 0 时，总和大的胜出。
    """
    ranking = rerank(CANDIDATES, alpha=0.0)
    assert [text for text, _ in ranking] == ["no", "not at all"]


def test_a_candidate_without_tokens_is_an_error():
    """A candidate without tokens has no score.

    没有 token 的候选没有分数。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        rerank([*CANDIDATES, ("", [])])
