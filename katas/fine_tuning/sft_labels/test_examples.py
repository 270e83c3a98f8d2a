"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from sft_labels import sft_example
from support import encoder

ROLES = {"user": 1, "assistant": 2}
MESSAGES = [
    {"role": "user", "content": "7 8"},
    {"role": "assistant", "content": "9"},
]


def test_the_example_of_the_statement():
    """The answer and the eos behind it are learned.

    学习的是回答以及其后的 eos。
    """
    ids, labels = sft_example(MESSAGES, encoder(), ROLES, 0, 100)
    assert list(ids) == [1, 7, 8, 0, 2, 9, 0]
    assert list(labels) == [-100] * 5 + [9, 0]


def test_both_lists_are_cut():
    """Six positions are left.

    只留六个位置。
    """
    ids, labels = sft_example(MESSAGES, encoder(), ROLES, 0, 6)
    assert list(ids) == [1, 7, 8, 0, 2, 9]
    assert list(labels) == [-100] * 5 + [9]


def test_nothing_to_learn_is_an_error():
    """A question alone raises ValueError.

    只有提问，抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        sft_example(MESSAGES[:1], encoder(), ROLES, 0, 100)
