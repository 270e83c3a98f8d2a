"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import pytest
from bleu import sentence_bleu

REFERENCE = ["the", "cat", "sat", "on", "the", "mat"]


def test_the_example_of_the_statement():
    """The precisions 5/6, 3/5, 2/4 and 1/3 give the fourth root of 1/12.

    精确率 5/6、3/5、2/4、1/3，结果是 1/12 的四次方根。
    """
    score = sentence_bleu([REFERENCE], ["the", "cat", "sat", "on", "a", "mat"])
    assert float(score) == pytest.approx((1 / 12) ** 0.25)


def test_a_repeated_word_is_clipped():
    """Seven times "the" matches twice, as often as in the reference.

    七个 “the” 只匹配两次，与它在参考译文中出现的次数相同。
    """
    score = sentence_bleu([REFERENCE], ["the"] * 7, max_n=1)
    assert float(score) == pytest.approx(2 / 7)


def test_a_short_candidate_pays_the_brevity_penalty():
    """Four right words of six cost exp(1 − 6/4).

    六个词只说对了四个，惩罚是 exp(1 − 6/4)。
    """
    score = sentence_bleu([REFERENCE], ["the", "cat", "sat", "on"])
    assert float(score) == pytest.approx(math.exp(-0.5))


def test_an_empty_candidate_scores_zero():
    """An empty candidate scores 0.

    空译文得 0 分。
    """
    assert float(sentence_bleu([REFERENCE], [])) == 0.0


def test_no_references_are_an_error():
    """Without references there is nothing to compare with: ValueError.

    没有参考译文就无从比较：抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        sentence_bleu([], ["the", "cat"])
