"""The hidden suite of retrieval_metrics. Expected values are worked by hand."""

import pytest

from grader.judge.suite import close, raises, unchanged

RANKED = ["a", "b", "c", "d", "e"]


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Precision divides by k; recall divides by the number of relevant items.",
    zh="精确率除以 k，召回率除以相关条目的个数。",
)
def test_recall_is_the_share_of_relevant_items_found(submission):
    """Of three relevant items two are among the first four.

    三个相关条目中有两个在前四名。
    """
    close(submission.recall_at_k(RANKED, {"b", "d", "z"}, 4), 2 / 3)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Cut after the first k: ranked[:k].",
    zh="截取前 k 个：ranked[:k]。",
)
def test_only_the_first_k_count(submission):
    """The item at rank k counts, the one at rank k + 1 does not; an item that is repeated takes two ranks.

    第 k 名算，第 k + 1 名不算；重复的条目占两个名次。
    """
    close(submission.recall_at_k(RANKED, {"c", "d"}, 3), 1 / 2)
    close(submission.recall_at_k(["a", "a", "b"], {"b", "z"}, 2), 0.0)


@pytest.mark.hint(
    en="min(k, len(relevant)) in the denominator is another metric.",
    zh="分母用 min(k, len(relevant)) 是另一个指标。",
)
def test_more_relevant_items_than_k(submission):
    """With four relevant items and k = 1 the recall is 1/4 at best; with k = 0 it is 0.

    有四个相关条目而 k = 1 时，召回率最多是 1/4；k = 0 时是 0。
    """
    close(submission.recall_at_k(RANKED, {"a", "b", "c", "d"}, 1), 1 / 4)
    close(submission.recall_at_k(RANKED, {"a", "d"}, 0), 0.0)


@pytest.mark.hint(
    en="Count items, not positions: make a set of the first k.",
    zh="按条目计数，而不是按位置：把前 k 个变成集合。",
)
def test_an_item_that_appears_twice_is_found_once(submission):
    """Duplicates in the ranking do not raise the recall.

    排名里的重复条目不会提高召回率。
    """
    close(submission.recall_at_k(["a", "a", "b"], {"a", "z"}, 3), 1 / 2)
    close(submission.recall_at_k(["a", "a", "b"], {"a", "b"}, 2), 1 / 2)


def test_short_rankings(submission):
    """A ranking shorter than k, or empty, is fine.

    排名比 k 短，或者为空，都没问题。
    """
    close(submission.recall_at_k(["b", "a"], {"a"}, 10), 1.0)
    close(submission.recall_at_k([], {"a"}, 10), 0.0)


@pytest.mark.hint(
    en="0/0 raises ZeroDivisionError, which is no ValueError.",
    zh="0/0 抛出的是 ZeroDivisionError，不是 ValueError。",
)
def test_recall_without_relevant_items_raises_value_error(submission):
    """Nothing relevant: ValueError.

    没有相关条目：抛出 ValueError。
    """
    raises(ValueError, submission.recall_at_k, RANKED, set(), 3)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Ranks start at 1.",
    zh="排名从 1 开始。",
)
def test_a_single_query_has_its_reciprocal_rank(submission):
    """A relevant item in the third place gives 1/3, one in the first place 1.

    相关条目在第三名得 1/3，在第一名得 1。
    """
    close(submission.mean_reciprocal_rank([RANKED], [{"c"}]), 1 / 3)
    close(submission.mean_reciprocal_rank([RANKED], [{"a"}]), 1.0)


@pytest.mark.hint(
    en="Stop at the first relevant item.",
    zh="遇到第一个相关条目就停止。",
)
def test_only_the_first_relevant_item_counts(submission):
    """Relevant items after the first one add nothing.

    第一个之后的相关条目不再加分。
    """
    close(submission.mean_reciprocal_rank([RANKED], [{"e", "b", "c"}]), 1 / 2)
    close(submission.mean_reciprocal_rank([["z", "z", "a"]], [{"a"}]), 1 / 3)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Take 1/rank for each query, and the mean at the end.",
    zh="先对每个查询取 1/rank，最后求均值。",
)
def test_the_mean_is_over_reciprocal_ranks_of_all_queries(submission):
    """Ranks 1, 4 and 2 give the mean of 1, 1/4 and 1/2.

    排名 1、4、2 得到 1、1/4、1/2 的均值。
    """
    close(submission.mean_reciprocal_rank([RANKED] * 3, [{"a"}, {"d"}, {"b"}]), 7 / 12)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Divide by the number of queries, not of hits.",
    zh="分母是查询数，不是命中的查询数。",
)
def test_queries_without_a_hit_add_zero(submission):
    """A miss adds 0 and counts in the mean, also where all queries miss.

    没有命中的查询贡献 0，并计入均值；全都没命中也一样。
    """
    close(submission.mean_reciprocal_rank([RANKED, RANKED], [{"z"}, {"b"}]), 1 / 4)
    close(submission.mean_reciprocal_rank([RANKED], [{"z"}]), 0.0)


def test_queries_with_nothing_to_find_add_zero(submission):
    """An empty ranking and a query without relevant items add 0 and count in the mean.

    排名为空、没有相关条目的查询都贡献 0，并计入均值。
    """
    close(submission.mean_reciprocal_rank([["b"], [], RANKED, ["c"]], [{"b"}, {"a"}, set(), {"c"}]), 1 / 2)


@pytest.mark.hint(
    en="wanted.remove and ranking.pop change what belongs to the caller.",
    zh="wanted.remove 和 ranking.pop 会改动调用者的数据。",
)
def test_the_arguments_are_not_modified(submission):
    """Rankings and sets are the same after the calls.

    调用之后，排名和集合都保持原样。
    """
    close(unchanged(submission.recall_at_k, ["a", "b"], {"b", "z"}, 2), 1 / 2)
    close(unchanged(submission.mean_reciprocal_rank, [["a", "b"]], [{"b"}]), 1 / 2)
