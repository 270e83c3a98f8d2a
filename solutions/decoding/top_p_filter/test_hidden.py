"""The hidden suite of top_p_filter.

Sums stay far from p, but for one: two equal logits have the probability 1/2 each, which is exact in binary.
"""

import numpy as np
import pytest

from grader.judge.suite import raises, same, unchanged

OUT = -np.inf
LOGITS = np.log([0.1, 0.4, 0.2, 0.3])


def only(logits, *kept):
    """The logits at the indices `kept`, and -inf elsewhere."""
    return np.where(np.isin(np.arange(len(logits)), kept), logits, OUT)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The token with which the sum crosses p belongs to the set.",
    zh="让总和跨过 p 的那个 token 属于集合。",
)
def test_the_token_that_crosses_p_is_kept(submission):
    """For p = 0.6 the sum goes from 0.4 to 0.7, and both tokens stay.

    p = 0.6 时总和从 0.4 变到 0.7，两个 token 都保留。
    """
    same(submission.top_p_filter(LOGITS, 0.6), only(LOGITS, 1, 3))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Stop as soon as the sum reaches p. Nothing after that token belongs to the smallest set.",
    zh="总和一达到 p 就停。这个 token 之后的都不属于最小的集合。",
)
def test_the_set_is_the_smallest_that_reaches_p(submission):
    """For p = 0.75 three tokens are needed, for p = 0.95 all four, for p = 0.35 one.

    p = 0.75 需要三个 token，p = 0.95 需要四个，p = 0.35 只要一个。
    """
    same(submission.top_p_filter(LOGITS, 0.75), only(LOGITS, 1, 2, 3))
    same(submission.top_p_filter(LOGITS, 0.95), LOGITS)
    same(submission.top_p_filter(LOGITS, 0.35), only(LOGITS, 1))


@pytest.mark.hint(
    en="A sum equal to p has reached p.",
    zh="总和等于 p 就算达到了 p。",
)
def test_a_sum_equal_to_p_is_enough(submission):
    """Two tokens of probability 1/2 and p = 0.5: one is enough.

    两个概率为 1/2 的 token，p = 0.5：一个就够。
    """
    logits = np.array([0.0, 0.0, OUT])
    same(submission.top_p_filter(logits, 0.5), np.array([0.0, OUT, OUT]))


@pytest.mark.hint(
    en="Add up before you compare: the limit is for the sum, not for each token.",
    zh="先累加再比较：p 限制的是总和，而不是单个 token。",
)
def test_p_is_a_limit_for_the_sum(submission):
    """A hundred tokens of 0.01 hold 37 in the nucleus of p = 0.365, though each is far below p.

    一百个概率为 0.01 的 token，p = 0.365 的核里有 37 个，尽管每个都远小于 p。
    """
    logits = np.zeros(100)
    same(submission.top_p_filter(logits, 0.365), only(logits, *range(37)))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="What is left when the first token alone has more than p?",
    zh="第一个 token 自己就超过 p 时，还剩下什么？",
)
def test_at_least_one_token_stays(submission):
    """However small p is, the most probable token stays.

    无论 p 多小，概率最大的 token 都保留。
    """
    same(submission.top_p_filter(np.array([1.0, 9.0, 2.0]), 1e-3), np.array([OUT, 9.0, OUT]))


def test_a_p_of_one_keeps_all_tokens(submission):
    """With p = 1 nothing is filtered out, in whatever order the logits stand.

    p = 1 时不过滤任何 token，无论 logits 按什么顺序排列。
    """
    logits = np.log([0.1, 0.2, 0.3, 0.15, 0.25])
    same(submission.top_p_filter(logits, 1.0), logits)


@pytest.mark.points(2)
@pytest.mark.hint(
    en='A reversed sort turns equal ones around. Sort the negated logits, with kind="stable".',
    zh='反转升序结果会把相等的也倒过来。应当对取负的 logits 排序，并用 kind="stable"。',
)
def test_of_equal_logits_the_lower_index_comes_first(submission, rng):
    """Where only some of the equal tokens are needed, those with lower indices stay.

    相等的 token 只需要一部分时，留下标小的。
    """
    logits = np.array([0.0, 5.0, 0.0, 5.0, 5.0])
    same(submission.top_p_filter(logits, 0.5), only(logits, 1, 3))
    many = rng.permutation([1.0] * 60 + [0.0] * 60)
    ones = np.flatnonzero(many)
    same(submission.top_p_filter(many, 41.5 / 60 * np.e / (np.e + 1)), only(many, *ones[:42]))


@pytest.mark.hint(
    en="Subtract the largest logit before the exponential.",
    zh="取指数之前先减去最大的 logit。",
)
def test_large_logits_do_not_overflow(submission):
    """Logits of ±10,000 are filtered like small ones.

    ±10000 的 logits 与小的 logits 一样过滤。
    """
    for shift in (1e4, -1e4):
        logits = np.array([0.0, 2.0, 1.0, 0.0]) + shift
        logits[3] = -shift  # 20,000 away
        near = [1, 2] if shift > 0 else [3]
        same(submission.top_p_filter(logits, 0.7), only(logits, *near))


@pytest.mark.points(2)
@pytest.mark.parametrize("p", [0.0, -0.5, 1.5])
def test_a_p_outside_its_range_raises_value_error(submission, p):
    """p = 0, a negative p and a p above 1 raise ValueError.

    p 为 0、负数或大于 1 时抛出 ValueError。
    """
    raises(ValueError, submission.top_p_filter, LOGITS, p)


@pytest.mark.hint(en="Write the -inf into a copy.", zh="把 -inf 写进副本里。")
def test_the_logits_stay_as_they_are(submission):
    """The array passed in is not modified.

    传入的数组不会被修改。
    """
    same(unchanged(submission.top_p_filter, LOGITS, 0.6), only(LOGITS, 1, 3))
