"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from vocab_encode import build_vocab, encode, one_hot

SENTENCES = [["the", "cat", "sat"], ["the", "dog"]]
VOCAB = {"<UNK>": 0, "<EOS>": 1, "the": 2, "cat": 3, "dog": 4, "sat": 5}


def test_the_vocabulary_of_the_statement():
    """The most frequent word comes first, ties in alphabetical order.

    次数多的词在前，次数相同时按字母顺序。
    """
    assert build_vocab(SENTENCES) == VOCAB


def test_an_unknown_word_is_encoded_as_unk():
    """An unknown word gets the id 0, and the end gets the id 1.

    未登录词的 id 是 0，结尾的 id 是 1。
    """
    assert list(encode(["the", "bird"], VOCAB)) == [2, 0, 1]


def test_one_hot_rows():
    """Each row has a single 1, in the column of its id.

    每行只有一个 1，在 id 对应的列。
    """
    assert np.array_equal(one_hot([2, 0], 3), [[0, 0, 1], [1, 0, 0]])


def test_minus_one_is_no_id():
    """-1 is outside the vocabulary: ValueError.

    -1 不在词表范围内：抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        one_hot([0, -1], 3)
