"""The hidden suite of l1_l2_penalty.

Expected values are worked by hand, or come from loops over single numbers.
"""

import math

import numpy as np
import pytest

from grader.judge.suite import close, raises, unchanged

LN2, LN10 = math.log(2.0), math.log(10.0)
Y, P = np.array([1.0, 0.0]), np.array([0.5, 0.75])
W = np.array([2.0, 0.0, -1.0])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="y picks one of two logarithms: ln p for a 1, ln(1 − p) for a 0. Average over the examples.",
    zh="y 在两个对数里选一个：1 选 ln p，0 选 ln(1 − p)。再对样本求均值。",
)
def test_without_a_penalty_the_loss_is_the_mean_cross_entropy(submission, rng):
    """With lam = 0 the loss is the mean binary cross-entropy in nats.

    lam = 0 时，损失就是二元交叉熵的均值，单位 nat。
    """
    close(submission.regularized_loss(Y, P, W, 0.0, "l1"), 1.5 * LN2)
    y, p = rng.integers(0, 2, 50).astype(float), rng.uniform(0.01, 0.99, 50)
    due = -math.fsum(math.log(b if a else 1 - b) for a, b in zip(y.tolist(), p.tolist(), strict=True)) / 50
    close(submission.regularized_loss(y, p, W, 0.0, "l2"), due)


@pytest.mark.points(2)
def test_l1_adds_the_sum_of_absolute_values(submission):
    """L1 adds lam times the sum of the absolute weights, and does not average it.

    L1 加上 lam 乘以权重绝对值之和，不取平均。
    """
    close(submission.regularized_loss(Y, P, W, 0.25, "l1"), 1.5 * LN2 + 0.75)


@pytest.mark.points(2)
def test_l2_adds_the_sum_of_squares(submission):
    """L2 adds lam times the sum of squares: no root, no factor ½, no mean.

    L2 加上 lam 乘以平方和：不开方，没有系数 ½，也不取平均。
    """
    close(submission.regularized_loss(Y, P, W, 0.25, "l2"), 1.5 * LN2 + 1.25)


@pytest.mark.hint(
    en="The built-in sum adds rows; np.sum adds everything.",
    zh="内置的 sum 只把各行相加，np.sum 才会对所有元素求和。",
)
def test_weights_may_have_any_shape(submission):
    """The penalty sums over a whole matrix, and the gradient has its shape.

    惩罚项对整个矩阵求和，梯度与它形状相同。
    """
    w = np.array([[1.0, -2.0, 0.0], [0.5, 0.0, -0.5]])
    close(submission.regularized_loss(Y, P, w, 0.5, "l1"), 1.5 * LN2 + 2.0)
    close(submission.regularized_loss(Y, P, w, 0.5, "l2"), 1.5 * LN2 + 2.75)
    close(submission.penalty_gradient(w, 0.5, "l1"), np.array([[0.5, -0.5, 0.0], [0.5, 0.0, -0.5]]))
    close(submission.penalty_gradient(w, 0.5, "l2"), w)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Clip the probability on both sides before taking any logarithm.",
    zh="取任何对数之前，先把概率的两端都截断。",
)
def test_predictions_of_zero_and_one_give_finite_losses(submission):
    """A sure and wrong prediction costs about 12 ln 10 = 27.6; a sure and right one costs nothing.

    确信却错误的预测，损失约为 12 ln 10 = 27.6；确信且正确的预测没有损失。
    """
    for y, p in [(1.0, 0.0), (0.0, 1.0)]:
        # 1 − (1 − 1e-12) is not quite 1e-12 in floats, so not to the last digit.
        close(submission.regularized_loss(np.array([y]), np.array([p]), W, 0.0, "l1"), 12 * LN10, rtol=1e-5)
        close(submission.regularized_loss(np.array([1.0 - y]), np.array([p]), W, 0.0, "l1"), 0.0, atol=1e-8)


@pytest.mark.hint(
    en="The bound is 1e-12. A wider one changes losses that need no clipping.",
    zh="界是 1e-12。界放得太宽，会改变本不需要截断的损失。",
)
def test_a_probability_inside_the_bounds_is_not_clipped(submission):
    """A probability of 1e-11 costs 11 ln 10, one of 1e-14 costs 12 ln 10.

    概率 1e-11 的损失是 11 ln 10，概率 1e-14 的损失是 12 ln 10。
    """
    for p, due in [(1e-11, 11 * LN10), (1e-14, 12 * LN10)]:
        close(submission.regularized_loss(np.array([1.0]), np.array([p]), W, 0.0, "l2"), due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="At a weight of 0 neither slope of |w| is due, but 0.",
    zh="权重为 0 时，|w| 的梯度既不是 1 也不是 −1，而是 0。",
)
def test_the_gradient_of_l1_is_the_sign(submission):
    """L1 gives lam, −lam or, at a weight of 0, exactly 0, however small the weight is.

    L1 的梯度是 lam 或 −lam；权重为 0 时是 0。权重再小也一样。
    """
    close(
        submission.penalty_gradient(np.array([3.0, -1e-7, 0.0, 1e-12]), 0.25, "l1"), np.array([0.25, -0.25, 0.0, 0.25])
    )


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The derivative of w² is 2w.",
    zh="w² 的导数是 2w。",
)
def test_the_gradient_of_l2_is_twice_the_weight(submission):
    """L2 gives 2·lam·w.

    L2 的梯度是 2·lam·w。
    """
    close(submission.penalty_gradient(np.array([3.0, -0.5, 0.0]), 0.25, "l2"), np.array([1.5, -0.25, 0.0]))


def test_integer_labels_and_weights_are_welcome(submission):
    """Labels and weights may be integers; the gradient is an array of floats.

    标签和权重可以是整数；梯度是浮点数组。
    """
    w = np.array([2, 0, -1])
    close(submission.regularized_loss(np.array([1, 0]), P, w, 0.25, "l2"), 1.5 * LN2 + 1.25)
    close(submission.penalty_gradient(w, 0.25, "l1"), np.array([0.25, 0.0, -0.25]))
    close(submission.penalty_gradient(w, 0.25, "l2"), np.array([1.0, 0.0, -0.5]))


@pytest.mark.hint(
    en="Both functions check kind, and both check lam.",
    zh="两个函数都要检查 kind，也都要检查 lam。",
)
def test_an_unknown_kind_raises_value_error(submission):
    """Any kind but "l1" and "l2" raises ValueError in both functions.

    kind 不是 "l1" 或 "l2" 时，两个函数都抛出 ValueError。
    """
    for kind in ("l3", "", "L1"):
        raises(ValueError, submission.regularized_loss, Y, P, W, 0.1, kind)
        raises(ValueError, submission.penalty_gradient, W, 0.1, kind)


def test_a_negative_strength_raises_value_error(submission):
    """A negative lam raises ValueError in both functions, for either kind; a lam of 0 does not.

    lam 为负时，两个函数、两种 kind 都抛出 ValueError；lam 为 0 则不会。
    """
    for kind in ("l1", "l2"):
        raises(ValueError, submission.regularized_loss, Y, P, W, -0.1, kind)
        raises(ValueError, submission.penalty_gradient, W, -0.1, kind)
    close(submission.penalty_gradient(W, 0.0, "l2"), np.zeros(3))


@pytest.mark.hint(
    en="np.clip with out= and augmented assignments write into the caller's array.",
    zh="带 out= 的 np.clip 和增量赋值会写进调用者的数组。",
)
def test_the_arguments_are_not_modified(submission):
    """Labels, predictions and weights hold the same numbers after both calls.

    两个函数调用之后，标签、预测和权重都保持原样。
    """
    close(unchanged(submission.regularized_loss, Y, np.array([1.0, 0.0]), W, 0.25, "l2"), 1.25, atol=1e-8)
    for kind, due in [("l1", [0.25, 0.0, -0.25]), ("l2", [1.0, 0.0, -0.5])]:
        close(unchanged(submission.penalty_gradient, W, 0.25, kind), np.array(due))
