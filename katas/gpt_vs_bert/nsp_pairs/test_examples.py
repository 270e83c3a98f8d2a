"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from nsp_pairs import nsp_pairs

DOCUMENTS = [["a1", "a2", "a3"], ["b1", "b2"], ["c1"]]


def test_one_pair_for_every_sentence_with_a_successor():
    """The last sentence of a document begins no pair.

    文档的最后一句不作句对的第一句。
    """
    firsts = [first for first, _, _ in nsp_pairs(DOCUMENTS, seed=0)]
    assert sorted(firsts) == ["a1", "a2", "b1"]


@pytest.mark.parametrize("seed", range(10))
def test_true_and_false_pairs(seed):
    """True pairs are neighbours, false ones come from two documents.

    真句对是相邻的两句，假句对来自两个文档。
    """
    following = {"a1": "a2", "a2": "a3", "b1": "b2"}
    for first, second, is_next in nsp_pairs(DOCUMENTS, seed):
        if is_next:
            assert second == following[first]
        else:
            assert second[0] != first[0]


def test_one_document_is_not_enough():
    """With a single document there are no false pairs: ValueError.

    只有一个文档就没有负例可选：抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        nsp_pairs([["a1", "a2"]], seed=0)
