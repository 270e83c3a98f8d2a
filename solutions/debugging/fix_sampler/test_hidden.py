"""The hidden suite of fix_sampler. Draws stay away from the boundaries of tokens, but for 1/2, exact in binary."""

import numpy as np
import pytest

from grader.judge.suite import box, raises, same, without_warning

LOGITS = np.log([0.1, 0.4, 0.2, 0.3])
NEAR_ONE = 1 - 2.0**-53  # the largest float below 1


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Draw in the order of ids: np.cumsum(probs), not np.cumsum(probs[order]).",
    zh="按 id 的顺序抽样：np.cumsum(probs)，而不是 np.cumsum(probs[order])。",
)
def test_draws_go_through_the_ids_in_order(submission):
    """Without filters the ids own 0.1, 0.4, 0.2 and 0.3 of the draws, in this order.

    不过滤时，各 id 依次占抽样区间的 0.1、0.4、0.2、0.3。
    """
    for u, due in ((0.05, 0), (0.2, 1), (0.55, 2), (0.75, 3)):
        same(submission.sample(LOGITS, 1.0, None, None, u), due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Divide the logits by the temperature before anything else.",
    zh="在做任何其他事之前，先把 logits 除以温度。",
)
def test_temperature_acts_on_the_logits(submission):
    """With T = 0.5 odds of 1 : 2 : 1 become 1 : 4 : 1; with T = 2 they move together.

    T = 0.5 时，比例 1 : 2 : 1 变成 1 : 4 : 1；T = 2 时互相靠近。
    """
    logits = np.log([1.0, 2.0, 1.0])
    same(submission.sample(logits, 0.5, None, None, 0.2), 1)  # 1/6, 4/6, 1/6
    same(submission.sample(logits, 2.0, None, None, 0.28), 0)  # 0.293, 0.414, 0.293
    same(submission.sample(np.array([0.0, 0.004]), 0.01, None, None, 0.2), 0)  # 0.401, 0.599


@pytest.mark.points(2)
@pytest.mark.hint(
    en="argsort sorts upwards. Which end of the order do you keep?",
    zh="argsort 是升序。你保留的是哪一头？",
)
def test_top_k_keeps_the_most_probable(submission):
    """With k = 2 only ids 1 and 3 are drawn, with 4/7 and 3/7; with k = 1 only id 1. Never more than k are left.

    k = 2 时只会抽到 id 1 和 3，概率为 4/7 和 3/7；k = 1 时只有 id 1。剩下的不会多于 k 个。
    """
    for k, u, due in ((2, 0.62, 3), (1, 0.99, 1), (9, 0.05, 0)):
        same(submission.sample(LOGITS, 1.0, k, None, u), due)
    same(submission.sample(np.log([2.0, 1.0, 1.0]), 1.0, 2, None, 0.6), 0)  # 2/3 with two ids left, 1/2 with three


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The token that carries the sum to p or beyond belongs to the nucleus.",
    zh="让总和达到或超过 p 的 token 属于核。",
)
def test_top_p_keeps_the_token_that_reaches_p(submission):
    """With p = 0.6 ids 1 and 3 are drawn; with p = 0.3 id 1 alone, which has more than p.

    p = 0.6 时抽到 id 1 和 3；p = 0.3 时只有 id 1，它的概率已超过 p。
    """
    for p, u, due in ((0.6, 0.05, 1), (0.6, 0.62, 3), (0.3, 0.95, 1), (1.0, 0.05, 0)):
        same(submission.sample(LOGITS, 1.0, None, p, u), due)


@pytest.mark.hint(
    en="Divide by the temperature first. The filters work on what comes out.",
    zh="先除以温度，过滤作用在得到的结果上。",
)
def test_temperature_comes_before_the_filters(submission):
    """0.5 alone reaches p = 0.45; with T = 2 it is 0.416, so a second id can be drawn.

    0.5 单独就达到 p = 0.45；T = 2 时变成 0.416，因此还能抽到第二个 id。
    """
    same(submission.sample(np.log([0.5, 0.3, 0.2]), 2.0, None, 0.45, 0.9), 1)


@pytest.mark.hint(
    en="A sum equal to p has reached p.",
    zh="总和等于 p 就算达到了 p。",
)
def test_a_sum_equal_to_p_is_enough(submission):
    """Of two tokens of 1/2 each the first alone reaches p = 0.5.

    两个概率各为 1/2 的 token，第一个单独就达到 p = 0.5。
    """
    same(submission.sample(np.array([0.0, 0.0]), 1.0, None, 0.5, 0.9), 0)


@pytest.mark.hint(
    en="After top-k the probabilities sum to less than 1. Normalise them before you look for p.",
    zh="top-k 之后概率之和小于 1。先归一化，再去找 p。",
)
def test_top_p_acts_on_what_top_k_left_renormalised(submission):
    """With k = 2 id 1 has 4/7 and reaches p = 0.5 alone, though it has only 0.4 of the whole.

    k = 2 时 id 1 占 4/7，单独就达到 p = 0.5，尽管它在全体中只有 0.4。
    """
    same(submission.sample(LOGITS, 1.0, 2, 0.5, 0.95), 1)


@pytest.mark.hint(
    en='Sort the negated logits, with kind="stable".',
    zh='对取负的 logits 排序，并用 kind="stable"。',
)
def test_of_equal_logits_the_lower_ids_stay(submission, rng):
    """Of equal logits both filters keep those with lower ids.

    logits 相等时，两种过滤都保留 id 小的。
    """
    logits = rng.permutation([1.0] * 60 + [0.0] * 60)
    last = int(np.flatnonzero(logits)[41])
    same(submission.sample(logits, 1.0, 42, None, 0.999), last)
    same(submission.sample(logits, 1.0, None, 41.5 / 60 * np.e / (np.e + 1), 0.999), last)


def test_a_temperature_of_zero_is_greedy(submission):
    """With T = 0 the largest logit is taken, the lowest id on ties, whatever the draw is.

    T = 0 时取最大的 logit，并列时取最小的 id，与抽样值无关。
    """
    same(submission.sample(np.array([1.0, 3.0, 2.0, 3.0]), 0.0, 4, 1.0, 0.99), 1)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Subtract the largest logit before the exponential.",
    zh="取指数之前先减去最大的 logit。",
)
def test_large_logits_do_not_overflow(submission):
    """Logits of 10,000 are drawn, and filtered, like small ones, without an overflow warning.

    一万左右的 logits 与小的一样抽样和过滤，没有溢出警告。
    """
    logits = np.array([1e4, 1e4 + np.log(3), -1e4])
    for args, due in (((None, None, 0.3), 1), ((None, 0.7, 0.05), 1), ((2, None, 0.2), 0)):
        same(without_warning("overflow", submission.sample, logits, 1.0, *args), due)


def test_a_draw_on_a_boundary_goes_to_the_next_id(submission):
    """A draw of 1/2 takes the second of two equal ids; an id of probability 0 is never drawn.

    抽样值 1/2 取两个等概率 id 中的第二个；概率为 0 的 id 不会被抽到。
    """
    logits = np.array([-np.inf, 0.0, 0.0])
    same(submission.sample(logits, 1.0, None, None, 0.5), 2)
    same(submission.sample(logits, 1.0, None, None, 0.0), 1)


def test_rounding_takes_the_last_id_with_a_probability(submission):
    """A draw just below 1 takes the last id that is left, whatever the rounding of the sum.

    略小于 1 的抽样值，无论求和怎样舍入，都取剩下的最后一个 id。
    """
    for size in (10, 49):
        logits = np.array([0.0] * size + [-np.inf])
        same(submission.sample(logits, 1.0, None, None, NEAR_ONE), size - 1)


@pytest.mark.parametrize(("k", "p"), [(0, None), (None, 0.0), (None, 1.5)])
def test_settings_out_of_range_raise_value_error(submission, k, p):
    """A top_k below 1 and a top_p outside (0, 1] raise ValueError.

    top_k 小于 1、top_p 不在 (0, 1] 内时抛出 ValueError。
    """
    raises(ValueError, submission.sample, LOGITS, 1.0, k, p, 0.5)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A filter that writes -inf into its argument writes into the caller's array.",
    zh="过滤函数把 -inf 写进参数，就等于写进了调用者的数组。",
)
def test_the_logits_stay_as_they_are(submission):
    """After a draw with filters the same array still gives every id.

    带过滤的抽样之后，同一个数组仍然能抽到每个 id。
    """
    for k, p in ((1, None), (None, 0.3)):
        logits = box(LOGITS)
        same(submission.sample(logits, 1.0, k, p, 0.5), 1)
        same(submission.sample(logits, 0.5, None, None, 0.01), 0)
        same(submission.sample(logits, 1.0, None, None, 0.05), 0)
