"""The hidden suite of pass_at_k.

Expected values are worked by hand, come from listing all draws, or are exact fractions of integers.
"""

from fractions import Fraction
from itertools import combinations
from math import comb

import pytest

from grader.judge.suite import close, raises, unchanged


@pytest.mark.points(2)
@pytest.mark.hint(
    en="1 − (1 − c/n)^k draws with replacement. Count the sets of k different samples that hold no correct one.",
    zh="1 − (1 − c/n)^k 是有放回抽样。请数一数：取 k 个不同样本，有多少种取法不含正确样本。",
)
def test_small_counts_agree_with_listing_all_draws(submission):
    """The result is the share of all sets of k samples that hold a correct one.

    结果等于：在所有 k 个样本的组合中，含有正确样本的组合所占的比例。
    """
    for n, c, k in [(5, 2, 2), (6, 1, 3), (4, 3, 1), (7, 4, 3)]:
        draws = list(combinations(range(n), k))
        close(submission.pass_at_k(n, c, k), sum(min(draw) < c for draw in draws) / len(draws))


@pytest.mark.hint(
    en="With fewer than k wrong samples every draw holds a correct one.",
    zh="错误样本少于 k 个时，怎么取都会取到正确的。",
)
def test_the_limits(submission):
    """No correct sample gives 0; fewer than k wrong ones give 1; k may be n.

    没有正确样本时为 0；错误样本少于 k 个时为 1；k 可以等于 n。
    """
    for n, c, k, expected in [(5, 0, 5, 0.0), (5, 5, 1, 1.0), (5, 1, 5, 1.0), (6, 4, 3, 1.0), (1, 0, 1, 0.0)]:
        close(submission.pass_at_k(n, c, k), expected)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Multiply k quotients, or divide Python's own integers: large binomials do not fit in a float.",
    zh="把 k 个商相乘，或者直接用 Python 整数相除：大的组合数放不进浮点数。",
)
def test_ten_thousand_samples_are_exact(submission):
    """For n = 10,000 nothing overflows, and the result is exact to 1e-9.

    n = 10,000 时不溢出，误差不超过 1e-9。
    """
    for c, k in [(1, 5000), (3, 100), (5000, 1), (7, 10), (2, 9998)]:
        exact = 1 - Fraction(comb(10_000 - c, k), comb(10_000, k))
        close(submission.pass_at_k(10_000, c, k), float(exact), rtol=0.0, atol=1e-9)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="comb(n, k) is 0 for k > n and 1 for k = 0. Neither raises by itself: check k first.",
    zh="k > n 时 comb(n, k) 为 0，k = 0 时为 1，都不会自己报错：先检查 k。",
)
def test_an_impossible_k_raises_value_error(submission):
    """k < 1 and k > n raise ValueError.

    k < 1 或 k > n 时抛出 ValueError。
    """
    for n, c, k in [(5, 2, 0), (5, 2, -1), (5, 2, 6), (5, 5, 6)]:
        raises(ValueError, submission.pass_at_k, n, c, k)


@pytest.mark.hint(
    en="Check k and n before you return 0 for c = 0.",
    zh="先检查 k 和 n，再在 c = 0 时返回 0。",
)
def test_an_impossible_k_is_refused_without_a_correct_sample(submission):
    """k < 1 and k > n raise ValueError where c is 0, too.

    c 为 0 时，k < 1 或 k > n 同样抛出 ValueError。
    """
    for n, k in [(5, 0), (5, 6), (0, 1)]:
        raises(ValueError, submission.pass_at_k, n, 0, k)
    raises(ValueError, submission.mean_pass_at_k, [(5, 2), (2, 0)], 3)


def test_an_impossible_c_raises_value_error(submission):
    """c below 0 or above n raises ValueError.

    c 小于 0 或大于 n 时抛出 ValueError。
    """
    for c in (-1, 6):
        raises(ValueError, submission.pass_at_k, 5, c, 2)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Average the results of the problems; do not add up their samples first.",
    zh="对各题的结果求平均，不要先把样本数加起来。",
)
def test_every_problem_has_the_same_weight(submission):
    """The mean is over problems, also where they have different numbers of samples.

    均值按题计算，各题样本数不同时也一样。
    """
    close(submission.mean_pass_at_k([(5, 2), (4, 0), (2, 1)], 2), 1.7 / 3)


@pytest.mark.hint(
    en="results.pop() takes the pairs out of the caller's list.",
    zh="results.pop() 会把元素从调用者的列表里取走。",
)
def test_the_pairs_stay_as_they_are(submission):
    """The list of pairs is the same after the call.

    调用之后，列表保持原样。
    """
    close(unchanged(submission.mean_pass_at_k, [(5, 2), (5, 0)], 2), 0.35)


def test_no_problem_raises_value_error(submission):
    """An empty list has no mean: ValueError.

    空列表没有均值：抛出 ValueError。
    """
    raises(ValueError, submission.mean_pass_at_k, [], 1)


@pytest.mark.hint(
    en="Leaving a problem out would change the mean. Let the error of pass_at_k through.",
    zh="跳过一道题会改变均值。让 pass_at_k 的异常传出去。",
)
def test_one_bad_pair_raises_value_error(submission):
    """A pair that pass_at_k refuses makes the mean raise ValueError.

    只要有一对会让 pass_at_k 报错，求均值时也抛出 ValueError。
    """
    for bad in [(2, 1), (5, 6)]:
        raises(ValueError, submission.mean_pass_at_k, [(5, 2), bad], 3)
