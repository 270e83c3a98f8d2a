"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from edit_distance import edit_distance, word_error_rate


def test_the_distance_of_the_statement():
    """kitten becomes sitting in three steps.

    kitten 变成 sitting 要三步。
    """
    assert int(edit_distance("kitten", "sitting")) == 3


def test_lists_of_words():
    """One word is deleted.

    删掉一个词。
    """
    assert int(edit_distance(["the", "cat"], ["cat"])) == 1


def test_the_error_rate_of_the_statement():
    """Three edits for four reference words.

    四个参考词，三处编辑。
    """
    rate = word_error_rate(["the cat sat", "hello"], ["the cat", "hullo you"])
    assert float(rate) == pytest.approx(0.75)


def test_no_reference_word_is_an_error():
    """There is nothing to divide by: ValueError.

    没有可作分母的词：抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        word_error_rate([""], ["hello"])
