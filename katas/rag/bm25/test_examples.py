"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import pytest
from bm25 import BM25

DOCS = [["a", "b", "a"], ["b"], ["c", "d"], []]


def test_the_idf_of_the_statement():
    """A term of one of four documents has the idf ln(1 + 3.5 / 1.5).

    四篇文档中有一篇包含这个词，idf 是 ln(1 + 3.5 / 1.5)。
    """
    assert BM25(DOCS).idf("a") == pytest.approx(math.log(1 + 3.5 / 1.5))


def test_the_scores_of_the_statement():
    """Terms add up; a term in no document adds nothing.

    各个词的贡献相加；任何文档里都没有的词贡献为 0。
    """
    scores = BM25(DOCS).scores(["a", "b", "x"])
    assert scores == pytest.approx([1.7796, 0.8155, 0, 0], abs=1e-4)


def test_without_length_normalisation():
    """With k1 = 1 and b = 0 three occurrences count 3 · 2 / (3 + 1).

    k1 = 1、b = 0 时，出现三次算 3 · 2 / (3 + 1)。
    """
    bm25 = BM25([["a", "a", "a"], ["b"]], k1=1.0, b=0.0)
    assert bm25.scores(["a"]) == pytest.approx([1.5 * math.log(2), 0])


def test_no_documents_are_an_error():
    """An index of nothing raises ValueError.

    没有文档时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        BM25([])
