"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import pytest
from beam_search import beam_search
from support import tree

TABLE = {
    (): [0.6, 0.3, 0.1],
    (0,): [0.5, 0.3, 0.2],
    (1,): [0.06, 0.04, 0.9],
    (0, 0): [0.4, 0.35, 0.25],
}


def test_a_beam_of_two_finds_the_better_text():
    """The finished [1, 2] beats the longer [0, 0, 0].

    已结束的 [1, 2] 胜过更长的 [0, 0, 0]。
    """
    found = beam_search(tree(TABLE), 2, 2, 3)
    assert [list(ids) for ids, _ in found] == [[1, 2], [0, 0, 0]]
    due = [math.log(0.27), math.log(0.12)]
    assert [score for _, score in found] == pytest.approx(due)


def test_a_beam_of_one_is_greedy():
    """A beam of 1 follows the most probable token.

    束大小为 1 时，一路取概率最大的 token。
    """
    found = beam_search(tree(TABLE), 1, 2, 3)
    assert [list(ids) for ids, _ in found] == [[0, 0, 0]]


def test_alpha_divides_by_the_length():
    """With alpha = 1 the scores are means over the length.

    alpha = 1 时，分数是按长度的平均。
    """
    found = beam_search(tree(TABLE), 2, 2, 3, alpha=1.0)
    due = [math.log(0.27) / 2, math.log(0.12) / 3]
    assert [score for _, score in found] == pytest.approx(due)


def test_a_beam_of_zero_is_an_error():
    """A beam of 0 raises ValueError.

    束大小为 0 时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        beam_search(tree(TABLE), 0, 2, 3)
