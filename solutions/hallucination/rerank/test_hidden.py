"""The hidden suite of rerank. Values are worked by hand; equal scores come from equal numbers in equal order."""

import pytest

from grader.judge.suite import close, raises, unchanged


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Divide by the penalty. The sum is negative, so a larger penalty makes a better score.",
    zh="除以惩罚项。总和是负数，惩罚项越大，分数越好。",
)
def test_the_score_is_the_sum_over_the_penalty(submission):
    """With alpha = 1 a sum of -1.2 over 3 tokens scores -1.2 / (8/6), one of -2.5 over 7 tokens -2.5 / 2.

    alpha = 1 时，3 个 token、总和 -1.2 的得分是 -1.2 / (8/6)；7 个 token、总和 -2.5 的得分是 -2.5 / 2。
    """
    close(submission.rerank([("a", [-0.5, -0.3, -0.4])], 1.0), [("a", -0.9)])
    close(submission.rerank([("b", [-1.0, -0.5, -0.2, -0.3, 0.0, -0.4, -0.1])], 1.0), [("b", -1.25)])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="alpha is an exponent of the whole penalty.",
    zh="alpha 是整个惩罚项的指数。",
)
def test_alpha_is_the_exponent_of_the_penalty(submission):
    """19 tokens have the penalty 4 to the power alpha: 2 for 1/2, 16 for 2, and 1 for 0.

    19 个 token 的惩罚项是 4 的 alpha 次方：alpha 为 1/2 时是 2，为 2 时是 16，为 0 时是 1。
    """
    for alpha, penalty in ((0.5, 2.0), (2.0, 16.0), (0.0, 1.0)):
        close(submission.rerank([("long", [-0.5] * 19)], alpha=alpha), [("long", -9.5 / penalty)])


def test_alpha_is_six_tenths_by_default(submission):
    """Without an alpha the penalty of 7 tokens is 2 ** 0.6.

    不传 alpha 时，7 个 token 的惩罚项是 2 ** 0.6。
    """
    close(submission.rerank([("letters", [-0.5] * 7)]), [("letters", -3.5 / 2**0.6)])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Scores are negative: the best is the one closest to 0.",
    zh="分数是负的，最接近 0 的最好。",
)
def test_the_best_score_comes_first(submission):
    """With alpha = 0 the sums are sorted downwards, whatever the texts are.

    alpha = 0 时，按总和从大到小排序，与文本无关。
    """
    candidates = [("b", [-2.0]), ("d", [-0.25, -0.25]), ("a", [-4.0, -1.0]), ("c", [-1.0])]
    due = [("d", -0.5), ("c", -1.0), ("b", -2.0), ("a", -5.0)]
    close(submission.rerank(candidates, 0.0), due)


@pytest.mark.hint(
    en="Sort by the normalised score, not by the sum.",
    zh="按归一化之后的分数排序，而不是按总和。",
)
def test_the_penalty_decides_the_order(submission):
    """A long candidate with a smaller sum comes first where its score is better.

    总和更小的长候选，只要分数更好就排在前面。
    """
    found = submission.rerank([("no", [-1.0]), ("not at all", [-0.4] * 3)], 1.0)
    close(found, [("not at all", -0.9), ("no", -1.0)], atol=10.0)  # the scores have tests of their own


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Sort by the score alone, with a stable sort, and don't reverse the result afterwards.",
    zh="只按分数做稳定排序，排完不要再整体反转。",
)
def test_equal_scores_keep_their_order(submission):
    """Among equal scores the order is the one given, not that of the texts.

    分数相等时保持给定的顺序，而不是按文本排序。
    """
    candidates = [("m", [-1.0]), ("z", [-0.5]), ("a", [-1.0]), ("x", [-1.0])]
    close(submission.rerank(candidates), [("z", -0.5), ("m", -1.0), ("a", -1.0), ("x", -1.0)])


def test_equal_texts_all_stay(submission):
    """Candidates with the same text have a pair each, in the place that their scores give them.

    文本相同的候选各有一对结果，位置由各自的分数决定。
    """
    candidates = [("a", [-2.0]), ("b", [-1.0]), ("a", [-1.0]), ("b", [-1.0])]
    close(submission.rerank(candidates), [("b", -1.0), ("a", -1.0), ("b", -1.0), ("a", -2.0)])


@pytest.mark.hint(
    en="The sum of nothing is 0, which would be the best score of all.",
    zh="空列表的和是 0，会成为最好的分数。",
)
def test_a_candidate_without_tokens_raises_value_error(submission):
    """A candidate without tokens raises ValueError, alone or among others.

    没有 token 的候选会抛出 ValueError，不论是单独一个还是夹在其他候选中。
    """
    raises(ValueError, submission.rerank, [("", [])])
    raises(ValueError, submission.rerank, [("a", [-1.0]), ("empty", []), ("b", [-2.0])], 0.0)


@pytest.mark.hint(
    en="candidates.sort() sorts the caller's list.",
    zh="candidates.sort() 会把调用者的列表排序。",
)
def test_the_candidates_are_not_modified(submission):
    """The list of candidates is the same after the call.

    调用之后候选列表保持原样。
    """
    close(unchanged(submission.rerank, [("a", [-2.0]), ("b", [-1.0])], 0.0), [("b", -1.0), ("a", -2.0)])
