"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import pytest
from stable_softmax import softmax
from support import attention_weights


def test_the_example_of_the_statement():
    """Scores that are the logarithms of 1, 2 and 5 get 1/8, 2/8 and 5/8.

    分数是 1、2、5 的对数时，份额是 1/8、2/8、5/8。
    """
    shares = softmax([math.log(1.0), math.log(2.0), math.log(5.0)])
    assert shares == pytest.approx([0.125, 0.25, 0.625])


def test_equal_scores_share_equally():
    """Equal scores get equal shares.

    相等的分数份额相等。
    """
    shares = softmax([3.0, 3.0, 3.0, 3.0])
    assert shares == pytest.approx([0.25, 0.25, 0.25, 0.25])


def test_a_large_score_is_an_ordinary_score():
    """Scores of a thousand share like small ones with the same differences.

    上千的分数与差值相同的小分数结果一样。
    """
    shares = softmax([1000.0, 1000.0 + math.log(3.0)])
    assert shares == pytest.approx([0.25, 0.75])


def test_a_masked_score_gets_nothing():
    """A score of minus infinity gets 0.

    分数为负无穷时，概率是 0。
    """
    assert softmax([float("-inf"), 7.0]) == pytest.approx([0.0, 1.0])


def test_an_empty_sequence_is_an_error():
    """No scores at all raise ValueError.

    一个分数都没有时，抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        softmax([])


def test_a_program_may_keep_several_results():
    """Two rows give two results; the second does not change the first.

    两行分数得到两个结果，后一个不会改变前一个。
    """
    rows = [[0.0, math.log(3.0)], [math.log(3.0), 0.0]]
    first, second = attention_weights(rows)
    assert first == pytest.approx([0.25, 0.75])
    assert second == pytest.approx([0.75, 0.25])
