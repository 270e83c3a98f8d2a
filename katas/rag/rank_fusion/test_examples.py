"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from rank_fusion import ndcg_at_k, reciprocal_rank_fusion


def test_two_rankings_are_fused():
    """With k = 1: b has 1/3 + 1/2, a has 1/2, c has 1/3.

    k = 1 时：b 的分数是 1/3 + 1/2，a 是 1/2，c 是 1/3。
    """
    fused = reciprocal_rank_fusion([["a", "b"], ["b", "c"]], k=1)
    assert [item for item, _ in fused] == ["b", "a", "c"]
    expected = [5 / 6, 1 / 2, 1 / 3]
    assert [float(score) for _, score in fused] == pytest.approx(expected)


def test_a_relevant_item_at_rank_three():
    """The only relevant item has rank 3: 1 / log2(4) over 1.

    唯一的相关文档排第 3：1 / log2(4) 除以 1。
    """
    value = ndcg_at_k(["x", "y", "a"], {"a": 2.0}, 3)
    assert float(value) == pytest.approx(0.5)


def test_nothing_relevant_is_an_error():
    """Without a positive gain ValueError is raised.

    没有正的增益时，抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        ndcg_at_k(["a"], {"a": 0.0}, 1)
