"""The hidden suite of kl_divergence.

Expected values are worked by hand, or come from `oracle`, a loop over pairs of numbers.
"""

import math

import numpy as np
import pytest

from grader.judge.suite import close, raises, unchanged

LN2 = math.log(2.0)


def oracle(p, q):
    """KL(p‖q) of positive probabilities, by a loop."""
    return math.fsum(a * math.log(a / b) for a, b in zip(p.ravel().tolist(), q.ravel().tolist(), strict=True))


def drawn(rng, *shape):
    """A random distribution, every probability positive."""
    weights = rng.uniform(0.1, 1.0, shape)
    return weights / weights.sum()


@pytest.mark.points(2)
@pytest.mark.hint(
    en="p weighs the terms and stands above the fraction line; the logarithm is the natural one.",
    zh="p 既是权重，又在分子上；对数是自然对数。",
)
def test_the_direction_is_from_p_to_q(submission):
    """p weighs the logarithm of p over q, in nats; swapping p and q gives another number.

    用 p 给 p/q 的对数加权，单位 nat；交换 p 和 q，结果不同。
    """
    p, q = np.array([0.5, 0.5]), np.array([0.125, 0.875])
    close(submission.kl_divergence(p, q), 0.5 * math.log(16 / 7))
    close(submission.kl_divergence(q, p), 0.125 * math.log(0.25) + 0.875 * math.log(1.75))


@pytest.mark.points(2)
def test_random_distributions_agree_with_a_loop(submission, rng):
    """On random distributions the sum agrees with a loop over the outcomes.

    对随机分布，结果与逐项求和一致。
    """
    for size in (1, 5, 200):
        p, q = drawn(rng, size), drawn(rng, size)
        close(submission.kl_divergence(p, q), oracle(p, q))


@pytest.mark.hint(
    en="The sum runs over every entry, not over one axis.",
    zh="对所有元素求和，而不是沿某一个轴。",
)
def test_a_joint_distribution_gives_one_number(submission, rng):
    """Arrays of two or three dimensions are joint distributions: all their entries are summed.

    二维或三维数组是联合分布：对所有元素求和，得到一个数。
    """
    for shape in [(3, 4), (2, 3, 2)]:
        p, q = drawn(rng, *shape), drawn(rng, *shape)
        close(submission.kl_divergence(p, q), oracle(p, q))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="0 · log 0 is nan in NumPy. Leave those terms out.",
    zh="NumPy 里 0 · log 0 是 nan。请去掉这些项。",
)
def test_where_p_is_zero_nothing_is_added(submission):
    """A term with p = 0 adds 0, whether q is positive or 0 there.

    p = 0 的项为 0，无论该处 q 是正数还是 0。
    """
    close(submission.kl_divergence(np.array([0.0, 0.5, 0.5]), np.array([0.5, 0.25, 0.25])), LN2)
    close(submission.kl_divergence(np.array([0.5, 0.0, 0.5]), np.array([0.25, 0.0, 0.75])), 0.5 * math.log(4 / 3))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="No epsilon, no clipping: what q rules out must show.",
    zh="不要加 epsilon，也不要截断：q 排除掉的结果必须体现出来。",
)
def test_what_q_rules_out_costs_infinitely_much(submission):
    """q = 0 where p is positive gives inf, also where p is tiny or where both are 0 elsewhere.

    p 为正而 q 为 0 时结果是 inf；哪怕该处 p 极小，或者别处两者同为 0。
    """
    close(submission.kl_divergence(np.array([0.5, 0.5]), np.array([1.0, 0.0])), math.inf)
    close(submission.kl_divergence(np.array([1e-30, 0.0, 1.0]), np.array([0.0, 0.0, 1.0])), math.inf)


@pytest.mark.hint(
    en="A probability of 1e-300 is not 0. Is there a threshold or an epsilon in your logarithm?",
    zh="1e-300 的概率不是 0。你的对数里有没有阈值或 epsilon？",
)
def test_a_tiny_q_gives_a_large_finite_number(submission):
    """q = 1e-300 is small, not 0: the term is p · (ln p + 300 ln 10).

    q = 1e-300 很小，但不是 0：该项等于 p · (ln p + 300 ln 10)。
    """
    due = 0.5 * (300 * math.log(10.0) - LN2) - 0.5 * LN2
    close(submission.kl_divergence(np.array([0.5, 0.5]), np.array([1e-300, 1.0])), due)


def test_a_distribution_has_no_divergence_from_itself(submission):
    """p against itself gives 0, also where it has zeros.

    p 与自身的散度为 0，含有零元素也一样。
    """
    p = np.array([0.25, 0.0, 0.75])
    close(submission.kl_divergence(p, p), 0.0)


@pytest.mark.hint(
    en="NumPy broadcasts (1,) against (3,) and (2, 2) against (2,). Compare the shapes yourself.",
    zh="NumPy 会把 (1,) 广播到 (3,)，把 (2,) 广播到 (2, 2)。请自己比较形状。",
)
def test_unequal_shapes_raise_value_error(submission):
    """Shapes that differ raise ValueError, whether or not they broadcast or have equally many entries.

    形状不同就抛出 ValueError，不论能否广播，也不论元素个数是否相同。
    """
    half, third, quarter = np.full(2, 0.5), np.full(3, 1 / 3), np.full((2, 2), 0.25)
    for p, q in [(half, third), (third, np.ones(1)), (half[None], half), (half[:, None], half[None]), (quarter, half)]:
        raises(ValueError, submission.kl_divergence, p, q)


def test_a_one_hot_p_of_integers_is_welcome(submission):
    """With a one-hot p of integers the result is −ln q of that outcome.

    p 是整数 one-hot 时，结果是该结果处的 −ln q。
    """
    close(submission.kl_divergence(np.array([0, 1, 0]), np.array([0.25, 0.125, 0.625])), 3 * LN2)


def test_float32_is_welcome(submission, rng):
    """float32 works, to single precision.

    float32 同样可用，精度为单精度。
    """
    p, q = drawn(rng, 20).astype(np.float32), drawn(rng, 20).astype(np.float32)
    close(submission.kl_divergence(p, q), np.float32(oracle(p, q)))


@pytest.mark.hint(
    en="Clip or mask a copy, not the caller's array.",
    zh="要截断或掩码，请用副本，不要动调用者的数组。",
)
def test_the_arguments_are_not_modified(submission):
    """p and q hold the same numbers after the call, zeros included.

    调用之后 p 和 q 保持原样，零元素也一样。
    """
    close(
        unchanged(submission.kl_divergence, np.array([0.5, 0.0, 0.5]), np.array([0.25, 0.0, 0.75])),
        0.5 * math.log(4 / 3),
    )
