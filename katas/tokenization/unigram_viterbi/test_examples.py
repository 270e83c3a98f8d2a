"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from unigram_viterbi import segment

LOG_PROBS = {"a": -2.0, "b": -2.0, "ab": -3.0, "abb": -6.0}


def test_the_example_of_the_statement():
    """abb is best cut into ab and b.

    abb 的最优切分是 ab、b。
    """
    pieces, score = segment("abb", LOG_PROBS)
    assert list(pieces) == ["ab", "b"]
    assert float(score) == pytest.approx(-5.0)


def test_an_unknown_character_has_a_price():
    """é is not in the vocabulary and costs -20.

    é 不在词表中，得分 -20。
    """
    pieces, score = segment("aé", LOG_PROBS)
    assert list(pieces) == ["a", "é"]
    assert float(score) == pytest.approx(-22.0)


def test_an_empty_text_has_no_pieces():
    """An empty text has no pieces and the score 0.

    空文本没有片段，得分为 0。
    """
    pieces, score = segment("", LOG_PROBS)
    assert list(pieces) == []
    assert float(score) == 0.0
