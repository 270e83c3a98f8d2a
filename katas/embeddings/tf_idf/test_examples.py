"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import pytest
from tf_idf import tf_idf


def test_the_example_of_the_statement():
    """Four documents, one of them empty.

    四篇文档，其中一篇是空的。
    """
    docs = [["a", "b", "a", "c"], ["a", "c"], ["d"], []]
    words, weights = tf_idf(docs)
    assert list(words) == ["a", "b", "c", "d"]
    half = math.log(2) / 2
    assert weights[0] == pytest.approx([half, half, half / 2, 0])
    assert weights[1] == pytest.approx([half, 0, half, 0])
    assert weights[2] == pytest.approx([0, 0, 0, math.log(4)])
    assert weights[3] == pytest.approx([0, 0, 0, 0])


def test_a_word_of_every_document_has_no_weight():
    """ln(N / N) is 0, without smoothing.

    不做平滑，ln(N / N) 就是 0。
    """
    _, weights = tf_idf([["x"], ["x", "y"]])
    assert weights[:, 0] == pytest.approx([0.0, 0.0])


def test_the_vocabulary_is_sorted():
    """Capitals sort before small letters, as in Python.

    按 Python 的规则排序，大写字母在小写字母之前。
    """
    words, _ = tf_idf([["b", "a"], ["B"]])
    assert list(words) == ["B", "a", "b"]
