"""The hidden suite of stable_softmax.

Expected values are worked by hand: exp(log n) is n, so scores that are logarithms of whole numbers give fractions.
Only the last test compares with the reference. Warnings are not looked at: the contract is about the result. Results
cross to the judge as copies, so what becomes of an earlier one is seen by a caller beside the submission: `support`.
"""

import math

import numpy as np
import pytest

from grader.judge.suite import box, close, raises, require, same, unchanged

INF = math.inf
LN2, LN3, LN5 = math.log(2.0), math.log(3.0), math.log(5.0)


def shares(found, due):
    """What came back is close to `due`, and its numbers are floats: a complex number is none."""
    close(found, due)
    require(
        not np.iscomplexobj(found),
        en="A probability is a float, not a complex number.",
        zh="概率是浮点数，不是复数。",
        actual=found,
    )


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Each share is one exponential divided by the sum of all exponentials, in the order of the scores.",
    zh="每个份额等于自己的指数除以所有指数之和，顺序与输入一致。",
)
def test_shares_are_exponentials_over_their_sum(submission):
    """Each score gets its exponential over the sum of all of them, in the order of the input.

    每个分数的概率等于它的指数除以所有指数之和，顺序与输入一致。
    """
    shares(submission.softmax([0.0, LN2, LN5]), [0.125, 0.25, 0.625])
    shares(submission.softmax([LN5, 0.0, LN2]), [0.625, 0.125, 0.25])


@pytest.mark.hint(
    en="The result needs a length and an index: build the whole list before you return it.",
    zh="结果要能取长度、能按下标访问：先把整个列表算出来再返回。",
)
def test_the_result_is_a_list_of_numbers(submission):
    """The result is a list (or tuple, or one-dimensional array) that can be read more than once.

    返回值是可以反复读取的 list（或 tuple、一维数组）。
    """
    shares(submission.softmax([0.0, LN3]), [0.25, 0.75])


@pytest.mark.hint(
    en="Equal scores are separate entries. Look for a dict, a set or a lookup by value.",
    zh="相等的分数也是不同的元素。检查是否用了字典、集合，或按值去查找位置。",
)
def test_equal_scores_each_get_their_own_share(submission):
    """Scores that occur twice are two entries, and equal scores get equal shares.

    出现两次的分数就是两个元素，相等的分数份额相等。
    """
    shares(submission.softmax([LN2, 0.0, LN2, 0.0, LN2]), [0.25, 0.125, 0.25, 0.125, 0.25])


@pytest.mark.hint(
    en="exp(1000) is not a float. Which change of all scores leaves the result as it is?",
    zh="exp(1000) 不是浮点数。对所有分数做怎样的改动，结果不变？",
)
@pytest.mark.points(2)
def test_large_scores_do_not_overflow(submission):
    """Large scores give the same shares as small ones with the same differences.

    分数很大时，份额与差值相同的小分数一样。
    """
    shares(submission.softmax([20000.0 + LN3, 20000.0]), [0.75, 0.25])


@pytest.mark.hint(
    en="Try one very large score after a small one: is every exponent still at most 0?",
    zh="试试小分数后面跟一个很大的分数：所有指数是否仍然不大于 0？",
)
def test_the_largest_score_may_stand_anywhere(submission):
    """One score far above the others takes everything, wherever it stands.

    某个分数远大于其余分数时，不论在什么位置，它都拿走全部概率。
    """
    shares(submission.softmax([0.0, 2000.0, 1.0]), [0.0, 1.0, 0.0])
    shares(submission.softmax([0.0, 1.0, 2000.0]), [0.0, 0.0, 1.0])


@pytest.mark.hint(
    en="If all scores are very negative, what is the largest of your exponentials?",
    zh="所有分数都非常小（负得很多）时，你算出的最大的指数是多少？",
)
def test_very_negative_scores_do_not_underflow(submission):
    """Scores that are all very negative still share the whole probability.

    所有分数都是很大的负数时，概率之和仍然是 1。
    """
    shares(submission.softmax([-1000.0, -1000.0 + LN3]), [0.25, 0.75])
    shares(submission.softmax([-50000.0]), [1.0])


@pytest.mark.hint(
    en="A logarithm added to a score of 1e300 is lost. Work with differences to the end.",
    zh="给 1e300 这么大的分数加上一个对数，加上去的会丢失。请始终用差值来算。",
)
def test_huge_scores_keep_their_shares(submission):
    """The shares are right up to the largest floats, also where two scores lie further apart than a float can say.

    直到最大的浮点数，份额都要正确；两个分数的差超出浮点数范围时也一样。
    """
    shares(submission.softmax([-1e300, -1e300, -1e300, -1e300]), [0.25, 0.25, 0.25, 0.25])
    shares(submission.softmax([1e308, -1e308]), [1.0, 0.0])


@pytest.mark.hint(
    en="-inf minus -inf is nan. Can that happen before you have seen the first finite score?",
    zh="-inf 减 -inf 等于 nan。在见到第一个有限分数之前，会不会发生这种情况？",
)
def test_minus_infinity_may_come_first(submission):
    """Masked scores may come before the first finite one, and all but one may be masked.

    被掩码的分数可以排在第一个有限分数之前，也可以只剩一个没被掩码。
    """
    shares(submission.softmax([-INF, -INF, -5.0]), [0.0, 0.0, 1.0])
    shares(submission.softmax([-INF, LN2, 0.0, -INF, LN5]), [0.0, 0.25, 0.125, 0.0, 0.625])


@pytest.mark.hint(
    en="Several scores may be masked at once. Is each of them exactly 0.0, or nearly?",
    zh="可能同时有好几个分数被掩码。每一个都恰好是 0.0，还是只是接近？",
)
def test_minus_infinity_gets_exactly_zero(submission):
    """A score of minus infinity gets exactly 0.0, and the others share as if it were not there.

    负无穷的概率恰好是 0.0，其余分数照常分配。
    """
    probabilities = submission.softmax([0.0, -INF, LN3, -INF, -INF])
    shares(probabilities, [0.25, 0.0, 0.75, 0.0, 0.0])
    same([probabilities[1], probabilities[3], probabilities[4]], [0.0, 0.0, 0.0])


@pytest.mark.hint(
    en="A large negative constant is not minus infinity: some finite score may lie below it.",
    zh="一个很大的负常数并不等于负无穷：有限分数可能比它还小。",
)
def test_minus_infinity_is_below_every_finite_score(submission):
    """Minus infinity loses to every finite score, also to one of -1e30.

    负无穷小于任何有限分数，包括 -1e30。
    """
    shares(submission.softmax([-1e30, -INF]), [1.0, 0.0])


@pytest.mark.hint(
    en="What does your function do with no score at all? The contract wants an exception.",
    zh="一个分数都没有时，你的函数会怎样？契约要求抛出异常。",
)
def test_an_empty_sequence_raises_value_error(submission):
    """An empty sequence raises ValueError.

    空序列抛出 ValueError。
    """
    raises(ValueError, submission.softmax, [])
    raises(ValueError, submission.softmax, ())


@pytest.mark.hint(
    en="Which operation of yours works on a list of floats, but not on a tuple or on whole numbers?",
    zh="你的哪个操作只对浮点数列表有效，换成元组或整数就不行？",
)
def test_tuples_and_whole_numbers_are_welcome(submission):
    """A tuple works like a list, and whole numbers work like floats.

    元组与列表一样可用，整数与浮点数一样可用。
    """
    shares(submission.softmax((0.0, LN3)), [0.25, 0.75])
    shares(submission.softmax([3, 2, 1]), [0.6652409557748219, 0.2447284710547976, 0.0900305731703805])


@pytest.mark.hint(
    en="Whole numbers in Python have no largest one, those in a NumPy array do. In which type do you subtract?",
    zh="Python 的整数没有上限，NumPy 数组里的整数有。你是用哪种类型做减法的？",
)
def test_huge_whole_numbers_are_scores_too(submission):
    """Whole numbers too large for 64 bits, or too far apart, give the shares that floats of that size give.

    整数超出 64 位，或者彼此之差超出 64 位时，结果与同样大小的浮点数一致。
    """
    shares(submission.softmax([3 * 2**61, -3 * 2**61]), [1.0, 0.0])
    shares(submission.softmax([10**30, 0, 10**30]), [0.5, 0.0, 0.5])
    shares(unchanged(submission.softmax, [2**60 + 1, 2**60 + 1]), [0.5, 0.5])  # no float, so a float in its place shows


@pytest.mark.hint(
    en="Write the probabilities into a new list: the caller still needs the scores.",
    zh="把概率写进新的列表：调用者还要用原来的分数。",
)
def test_the_scores_are_left_as_they_were(submission):
    """The list of scores is the same after the call, be it long or masked in places.

    调用之后，分数列表保持原样；列表很长或含有掩码时也一样。
    """
    shares(unchanged(submission.softmax, [LN3, -INF, 0.0] + 37 * [-INF]), [0.75, 0.0, 0.25] + 37 * [0.0])
    scores = box([LN5, 0.0])  # a list that stays, and to which a score is added: were the others shifted, it would show
    shares(submission.softmax(scores), [5 / 6, 1 / 6])
    scores.append(LN2)
    shares(submission.softmax(scores), [0.625, 0.25 / 2, 0.25])


@pytest.mark.hint(
    en="Is there an array or a list that outlives the call? The next call writes into it.",
    zh="有没有哪个数组或列表在调用结束后继续存在？下一次调用会写进去。",
)
def test_an_earlier_result_stays_as_it_was(support):
    """The results of several calls are kept side by side, and none changes when the next call is made.

    多次调用的结果放在一起保存，后一次调用不会改变前面的结果。
    """
    rows = [[0.0, LN3], [LN3, 0.0], [0.0, 0.0]]
    shares(support.attention_weights(rows), [[0.25, 0.75], [0.75, 0.25], [0.5, 0.5]])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Compare with the plain formula on small scores: do the values agree, and is the sum 1?",
    zh="先用小分数与教科书公式对比：数值是否一致，和是否为 1？",
)
def test_random_scores_agree_with_the_reference(submission, reference, rng):
    """On 400 scores drawn at random the shares agree with the reference.

    对 400 个随机分数，结果与参考答案一致。
    """
    scores = rng.normal(300.0, 3.0, 400).tolist()
    shares(submission.softmax(scores), reference.softmax(scores))
