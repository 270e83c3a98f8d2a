"""The hidden suite of rank_fusion; expected values are worked by hand."""

from math import log2

import pytest

from grader.judge.suite import close, raises, unchanged


@pytest.mark.points(2)
@pytest.mark.hint(en="The first rank is 1, not 0.", zh="第一名的名次是 1，不是 0。")
def test_scores_add_up_over_the_rankings(submission):
    """An item's score adds 1 / (k + rank) over the rankings that hold it; best first, and the arguments stay.

    分数是 1 / (k + 名次) 对包含该文档的各个排序求和；分数高的在前，参数保持原样。
    """
    fused = unchanged(submission.reciprocal_rank_fusion, [["c", "b"], ["b", "a", "d"]], 1)
    close(fused, [("b", 5 / 6), ("c", 1 / 2), ("a", 1 / 3), ("d", 1 / 4)])


@pytest.mark.hint(en="k = 60 is the default in the signature.", zh="签名里 k 的默认值是 60。")
def test_k_is_60_unless_given(submission):
    """Without k the first place is worth 1/61 and the second 1/62, which is less.

    不传 k 时，第一名得 1/61，第二名得 1/62，比第一名少。
    """
    close(submission.reciprocal_rank_fusion([["b", "a"]]), [("b", 1 / 61), ("a", 1 / 62)])


@pytest.mark.hint(en="Sort by (-score, item).", zh="按 (-score, item) 排序。")
def test_equal_scores_come_in_alphabetical_order(submission):
    """Items of equal score come in alphabetical order, wherever they were found; 1/61 and 1/62 are not equal.

    分数相同的文档按字母顺序排列，与出现的先后无关；1/61 和 1/62 并不相同。
    """
    close(submission.reciprocal_rank_fusion([["b", "a"]], 60), [("b", 1 / 61), ("a", 1 / 62)])
    close(submission.reciprocal_rank_fusion([["b"], ["a"], ["c"]], 1), [("a", 0.5), ("b", 0.5), ("c", 0.5)])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The gain is linear, and rank r is divided by log2(r + 1).", zh="增益是线性的，第 r 名除以 log2(r + 1)。"
)
def test_ndcg_divides_by_the_best_order(submission):
    """DCG of the ranking over DCG of the best order; what is not in gains has gain 0, and the arguments stay.

    排序的 DCG 除以最佳顺序的 DCG；不在 gains 中的增益为 0，参数保持原样。
    """
    value = unchanged(submission.ndcg_at_k, ["x", "a", "b"], {"a": 0.5, "b": 3.0}, 3)
    close(value, (0.5 / log2(3) + 3 / 2) / (3 + 0.5 / log2(3)))


@pytest.mark.points(2)
@pytest.mark.hint(en="Cut both orders at k.", zh="两个顺序都要在 k 处截断。")
def test_both_orders_are_cut_at_k(submission):
    """Only the first k ranks count, in the ranking and in the best order.

    ranked 和最佳顺序都只看前 k 名。
    """
    close(submission.ndcg_at_k(["a", "b", "c"], {"a": 1.0, "b": 2.0, "c": 4.0}, 1), 0.25)


@pytest.mark.hint(en="The best order comes from gains, not from ranked.", zh="最佳顺序来自 gains，而不是 ranked。")
def test_a_missing_item_costs(submission):
    """A relevant item that was not found counts in the best order; finding none, or none in the first k, gives 0.

    没有找到的相关文档也算进最佳顺序；一个都没找到，或前 k 名里没有时，结果为 0。
    """
    close(submission.ndcg_at_k(["a"], {"a": 1.0, "b": 4.0}, 5), 1 / (4 + 1 / log2(3)))
    close(submission.ndcg_at_k(["x"], {"a": 1.0}, 5), 0.0)
    close(submission.ndcg_at_k([], {"a": 1.0}, 5), 0.0)
    close(submission.ndcg_at_k(["x", "y", "a"], {"a": 1.0}, 2), 0.0)


@pytest.mark.hint(
    en="ranked[:k] is legal for a negative k, so it raises nothing by itself.",
    zh="k 为负时 ranked[:k] 照样合法，不会自己报错。",
)
def test_a_k_below_one_raises_value_error(submission):
    """k < 1 raises ValueError.

    k < 1 时抛出 ValueError。
    """
    for k in (0, -1):
        raises(ValueError, submission.ndcg_at_k, ["a"], {"a": 1.0}, k)


@pytest.mark.hint(
    en="The best order would have a DCG of 0, which nothing can be divided by.",
    zh="这时最佳顺序的 DCG 为 0，不能作除数。",
)
def test_no_positive_gain_raises_value_error(submission):
    """No gain at all, or only gains of 0, raise ValueError.

    gains 为空，或者增益全为 0 时，抛出 ValueError。
    """
    for gains in ({}, {"a": 0.0}):
        raises(ValueError, submission.ndcg_at_k, ["a"], gains, 1)
