"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from support import with_seeds
from word_dropout import word_dropout


def test_without_dropout_all_stay():
    """p = 0 leaves nothing out.

    p = 0 时什么也不去掉。
    """
    assert list(word_dropout(["a", "b", "c"], 0.0, 1)) == ["a", "b", "c"]


def test_a_single_word_stays():
    """A sentence of one word never becomes empty.

    只有一个词的句子不会变成空的。
    """
    for left in with_seeds(["yes"], 0.9, 100):
        assert list(left) == ["yes"]


def test_about_a_third_goes():
    """Of 10,000 tokens about 3,000 are left out with p = 0.3.

    p = 0.3 时，10,000 个 token 大约去掉 3,000 个。
    """
    left = len(word_dropout(["word"] * 10_000, 0.3, 1))
    assert 6_700 < left < 7_300


def test_a_probability_of_one_is_an_error():
    """p = 1 would leave nothing: ValueError.

    p = 1 会一个不留：抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        word_dropout(["a", "b"], 1.0, 1)
