"""The hidden suite of top_k_filter. Kept values are compared exactly: nothing is computed with them."""

import numpy as np
import pytest

from grader.judge.suite import raises, require, same, unchanged

OUT = -np.inf


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Sort indices, not values: each logit that stays must stay at its own index.",
    zh="要对下标排序，而不是对值排序：保留下来的 logit 必须还在自己的下标上。",
)
def test_the_k_largest_stay_where_they_are(submission):
    """The k largest logits keep their places and values, and all others become -inf.

    最大的 k 个 logit 位置和值都不变，其余变成 -inf。
    """
    logits = np.array([0.5, -1.0, 4.0, 2.0, -3.0, 3.0])
    same(submission.top_k_filter(logits, 3), np.array([OUT, OUT, 4.0, 2.0, OUT, 3.0]))
    same(submission.top_k_filter(logits, 1), np.array([OUT, OUT, 4.0, OUT, OUT, OUT]))
    same(submission.top_k_filter(logits, 5), np.array([0.5, -1.0, 4.0, 2.0, OUT, 3.0]))
    same(submission.top_k_filter(np.array([1.0, 1.0 + 1e-9]), 1), np.array([OUT, 1.0 + 1e-9]))


def test_it_is_the_largest_and_not_the_largest_in_size(submission):
    """Among negative logits the ones closest to 0 stay.

    全是负数时，保留最接近 0 的。
    """
    same(submission.top_k_filter(np.array([-9.0, -1.0, -5.0]), 2), np.array([OUT, -1.0, -5.0]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Every logit equal to the k-th largest passes a comparison with it. Count what is left.",
    zh="和第 k 大的值相等的 logit 都会通过比较。数一数剩下几个。",
)
def test_exactly_k_stay_where_logits_are_equal(submission):
    """Where logits are equal, exactly k stay.

    有相等的 logit 时，恰好保留 k 个。
    """
    result = submission.top_k_filter(np.array([0.5, 2.0, 0.5, 0.5, 0.5]), 3)
    right = isinstance(result, np.ndarray) and result.shape == (5,) and np.isfinite(result).sum() == 3
    require(right, "There should be exactly 3 logits left.", "应当恰好剩下 3 个 logit。", result)


@pytest.mark.points(2)
@pytest.mark.hint(
    en='A reversed sort turns equal ones around. Sort the negated logits, with kind="stable".',
    zh='反转升序结果会把相等的也倒过来。应当对取负的 logits 排序，并用 kind="stable"。',
)
def test_of_equal_logits_the_lower_index_is_kept(submission, rng):
    """Where only some of the equal logits fit, those with lower indices stay.

    相等的 logit 只能保留一部分时，留下标小的。
    """
    logits = np.array([1.0, 3.0, 2.0, 3.0, 2.0, 2.0])
    same(submission.top_k_filter(logits, 3), np.array([OUT, 3.0, 2.0, 3.0, OUT, OUT]))
    many = rng.integers(0, 4, size=500).astype(float)
    best = sorted(range(500), key=lambda i: (-many[i], i))[:200]
    same(submission.top_k_filter(many, 200), np.where(np.isin(np.arange(500), best), many, OUT))


@pytest.mark.hint(
    en="What does your code do when there is no k-th largest logit?",
    zh="没有第 k 大的 logit 时，你的代码会怎样？",
)
def test_a_k_of_the_whole_vocabulary_or_more_changes_nothing(submission):
    """With k = V and with k = V + 5 all logits stay.

    k = V 和 k = V + 5 时所有 logit 都保留。
    """
    logits = np.array([2.0, 1.0, 3.0])
    same(submission.top_k_filter(logits, 3), logits)
    same(submission.top_k_filter(logits, 8), logits)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="k = 0 keeps nothing, and a negative k is a legal slice that counts from the end.",
    zh="k = 0 时什么都不剩；负的 k 会变成从末尾数起的合法切片。",
)
@pytest.mark.parametrize("k", [0, -1])
def test_a_k_below_one_raises_value_error(submission, k):
    """k = 0 and k = -1 raise ValueError.

    k = 0 和 k = -1 时抛出 ValueError。
    """
    raises(ValueError, submission.top_k_filter, np.array([1.0, 2.0, 3.0]), k)


def test_logits_that_are_ruled_out_already_stay_out(submission):
    """A logit of -inf stays -inf, also where k would have room for it.

    已经是 -inf 的 logit 仍是 -inf，即使 k 还有余量。
    """
    logits = np.array([OUT, 1.0, OUT, 2.0])
    same(submission.top_k_filter(logits, 3), logits)


@pytest.mark.hint(
    en="Write the -inf into a copy.",
    zh="把 -inf 写进副本里。",
)
def test_the_logits_stay_as_they_are(submission):
    """The array passed in is not modified.

    传入的数组不会被修改。
    """
    same(unchanged(submission.top_k_filter, np.array([1.0, 2.0, 3.0]), 2), np.array([OUT, 2.0, 3.0]))
