"""The hidden suite of negative_sampling.

Expected values are computed by hand, or by `oracle`, which loops over single numbers with `math`.
"""

import math

import numpy as np
import pytest

from grader.judge.suite import close, unchanged

LN2, LN3 = math.log(2.0), math.log(3.0)
V, U = np.array([1.0, 0.0]), np.array([0.0, 1.0])


def oracle(center, context, negatives):
    """The loss and the gradients, score by score."""
    center, rows = center.tolist(), [context.tolist(), *negatives.tolist()]
    loss, d_center, d_rows = 0.0, np.zeros(len(center)), []
    for label, row in zip([1] + [0] * (len(rows) - 1), rows, strict=True):
        p = 1 / (1 + math.exp(-math.fsum(a * b for a, b in zip(row, center, strict=True))))
        loss -= math.log(p if label else 1 - p)
        d_center += [(p - label) * a for a in row]
        d_rows.append([(p - label) * a for a in center])
    return loss, d_center, np.array(d_rows[0]), np.array(d_rows[1:])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The true context wants a large score; every negative wants a small one.",
    zh="真实上下文的得分要大，负样本的得分要小。",
)
def test_positive_and_negative_scores_pull_in_opposite_directions(submission):
    """Scores of ln 3 give σ = 3/4: the context costs ln 4/3 and the negative ln 4.

    得分都是 ln 3 时 σ = 3/4：上下文的损失是 ln 4/3，负样本的损失是 ln 4。
    """
    loss = 4 * LN2 - LN3
    expected = loss, np.array([LN3 / 2, 0.0]), np.array([-0.25, 0.0]), np.array([[0.75, 0.0]])
    close(submission.sgns_loss(V, LN3 * V, LN3 * V[None]), expected)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="It is a sum over the negatives. Nothing is divided by K.",
    zh="对负样本是求和，不除以 K。",
)
def test_every_negative_counts_in_full(submission):
    """Three equal negatives at a score of 0 cost 3 ln 2, and each row has its own gradient.

    三个相同的负样本得分为 0，损失是 3 ln 2，每行各有自己的梯度。
    """
    expected = 4 * LN2, np.array([0.0, 1.0]), np.array([-0.5, 0.0]), np.array([[0.5, 0.0]] * 3)
    close(submission.sgns_loss(V, U, np.array([U, U, U])), expected)


@pytest.mark.points(2)
def test_random_vectors_agree_with_a_loop(submission, rng):
    """On random vectors the loss and all gradients agree with a loop over scores.

    对随机向量，损失和全部梯度都与逐个得分计算一致。
    """
    for k, d in [(1, 5), (4, 3), (3, 3)]:
        args = rng.normal(size=d), rng.normal(size=d), rng.normal(size=(k, d))
        close(submission.sgns_loss(*args), oracle(*args))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="log(σ(−1000)) is log(0). Write −log σ(x) as log(1 + e⁻ˣ), and that with np.logaddexp(0, −x).",
    zh="log(σ(−1000)) 就是 log(0)。把 −log σ(x) 写成 log(1 + e⁻ˣ)，再用 np.logaddexp(0, −x) 计算。",
)
def test_wrong_decisions_at_1000_cost_1000(submission):
    """The context at −1000 and a negative at 1000 cost 1000 each, with gradients of full size.

    上下文得分 −1000、负样本得分 1000，损失各为 1000，梯度达到最大。
    """
    expected = 2000.0, np.array([2000.0, 0.0]), np.array([-1.0, 0.0]), np.array([[1.0, 0.0]])
    close(submission.sgns_loss(V, -1000 * V, 1000 * V[None]), expected)


@pytest.mark.hint(
    en="e to the 1000 overflows on this side as well. inf / inf is nan.",
    zh="这一侧的 e 的 1000 次方同样会溢出，inf / inf 是 nan。",
)
def test_right_decisions_at_1000_cost_nothing(submission):
    """The context at 1000 and a negative at −1000 cost 0, with gradients of 0.

    上下文得分 1000、负样本得分 −1000，损失为 0，梯度也为 0。
    """
    close(submission.sgns_loss(V, 1000 * V, -1000 * V[None]), (0.0, 0 * V, 0 * V, 0 * V[None]))


@pytest.mark.points(2)
def test_noise_is_the_counts_to_the_power_of_three_quarters(submission):
    """Counts of 1, 16 and 81 stand as 1 : 8 : 27.

    次数 1、16、81 的比例变为 1 : 8 : 27。
    """
    close(submission.noise_distribution(np.array([1, 16, 81])), np.array([1, 8, 27]) / 36)


def test_the_power_can_be_chosen(submission):
    """A power of 1 gives relative frequencies, and 0.5 the roots.

    指数为 1 得到相对频率，0.5 则是平方根。
    """
    close(submission.noise_distribution(np.array([3, 1]), 1.0), np.array([0.75, 0.25]))
    close(submission.noise_distribution(np.array([9, 1]), power=0.5), np.array([0.75, 0.25]))


def test_a_word_that_never_occurs_is_never_drawn(submission):
    """A count of 0 has the probability 0.

    次数为 0 的词概率是 0。
    """
    close(submission.noise_distribution(np.array([0, 4, 0, 4])), np.array([0.0, 0.5, 0.0, 0.5]))


def test_the_arguments_are_not_modified(submission):
    """All arrays passed in hold the same numbers after the calls.

    两个函数调用之后，传入的数组都保持原样。
    """
    expected = 2 * LN2, U / 2, -V / 2, V[None] / 2
    close(unchanged(submission.sgns_loss, V, U, 2 * U[None]), expected)
    close(unchanged(submission.noise_distribution, np.array([1, 16])), np.array([1, 8]) / 9)
