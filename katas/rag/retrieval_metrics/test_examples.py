"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from retrieval_metrics import mean_reciprocal_rank, recall_at_k


def test_the_recall_of_the_statement():
    """One of two relevant items is among the first two.

    两个相关条目中有一个在前两名。
    """
    recall = recall_at_k(["d3", "d1", "d7"], {"d1", "d2"}, 2)
    assert float(recall) == pytest.approx(0.5)


def test_nothing_relevant_is_an_error():
    """Without relevant items there is no recall.

    没有相关条目，就没有召回率可言。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        recall_at_k(["d1"], set(), 1)


def test_the_mean_reciprocal_rank_of_the_statement():
    """The first relevant items have the ranks 2 and 1.

    第一个相关结果的排名是 2 和 1。
    """
    rankings = [["d3", "d1"], ["d5", "d2"]]
    mrr = mean_reciprocal_rank(rankings, [{"d1"}, {"d5"}])
    assert float(mrr) == pytest.approx(0.75)
