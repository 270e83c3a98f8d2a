"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from rouge import rouge_l, rouge_n

REFERENCE = ["the", "cat", "sat", "on", "the", "mat"]
CANDIDATE = ["the", "the", "cat", "on", "mat"]


def test_unigrams():
    """All five words match, of six in the reference.

    五个词全部匹配，参考有六个词。
    """
    due = pytest.approx([1.0, 5 / 6, 10 / 11])
    assert list(rouge_n(REFERENCE, CANDIDATE, 1)) == due


def test_the_longest_common_subsequence():
    """the cat on mat: 4 of 5 and 4 of 6.

    the cat on mat：5 个中的 4 个，6 个中的 4 个。
    """
    due = pytest.approx([0.8, 2 / 3, 8 / 11])
    assert list(rouge_l(REFERENCE, CANDIDATE)) == due


def test_an_empty_candidate_scores_zero():
    """Nothing matches, nothing divides: three zeros.

    没有匹配，也没有分母：三个 0。
    """
    assert list(rouge_l(REFERENCE, [])) == [0.0, 0.0, 0.0]
