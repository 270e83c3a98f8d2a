"""The hidden suite of gradient_clipping.

Expected values are worked by hand, or come from `oracle`, which sums the squares of single numbers with `math.fsum`.
"""

import math

import numpy as np
import pytest

from grader.judge.suite import close, raises, unchanged

GRADS = [np.array([3.0]), np.array([[4.0, 0.0]])]


def oracle(grads, max_norm):
    """The contract with one sum over single numbers, for gradients above the limit."""
    norm = math.sqrt(math.fsum(x * x for g in grads for x in g.ravel().tolist()))
    return [g / norm * max_norm for g in grads], norm


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Two numbers to compare by hand: the norm is 5 before clipping, and everything is divided by 5.",
    zh="手算对照两个数：裁剪前的范数是 5，所有元素都除以 5。",
)
def test_the_example_of_the_statement(submission):
    """Gradients of norm 5 are divided by 5 when the limit is 1, and 5 is returned.

    范数为 5 的梯度，上限为 1 时都除以 5，返回的范数是 5。
    """
    close(submission.clip_by_global_norm(GRADS, 1.0), ([np.array([0.6]), np.array([[0.8, 0.0]])], 5.0))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="One norm for the whole list. Do you compare each array's own norm with max_norm?",
    zh="整个列表只有一个范数。你是不是拿每个数组自己的范数去和 max_norm 比较？",
)
def test_the_norm_goes_over_all_arrays(submission, rng):
    """Arrays that are each within the limit are scaled when together they exceed it, whatever their shapes.

    每个数组单独都没超过上限，合起来超过了，也要缩放；数组形状不限。
    """
    close(submission.clip_by_global_norm(GRADS, 4.5), ([np.array([2.7]), np.array([[3.6, 0.0]])], 5.0))
    grads = [rng.normal(0.0, 1.0, shape) for shape in [(3, 4), (5,), (2, 1, 3)]]
    close(submission.clip_by_global_norm(grads, 0.5), oracle(grads, 0.5))


@pytest.mark.hint(
    en="Scale only if the norm exceeds max_norm. Otherwise small gradients would grow.",
    zh="只有范数超过 max_norm 才缩放，否则小梯度会被放大。",
)
def test_a_norm_within_the_limit_changes_nothing(submission):
    """A norm below the limit, or equal to it, leaves the gradients as they are.

    范数小于或等于上限时，梯度保持不变。
    """
    for limit in (5.0, 10.0):
        close(submission.clip_by_global_norm(GRADS, limit), (GRADS, 5.0))


@pytest.mark.hint(
    en="The factor is max_norm / norm. With 1e-6 added to a small norm it is another one.",
    zh="系数就是 max_norm / norm。范数很小时，加上 1e-6 系数就变了。",
)
def test_small_gradients_are_scaled_exactly(submission):
    """A single gradient of norm 5e-4 is clipped to exactly 1e-4.

    只有一个数组、范数为 5e-4 的梯度，裁剪后范数正好是 1e-4。
    """
    close(submission.clip_by_global_norm([np.array([3e-4, -4e-4])], 1e-4), ([np.array([6e-5, -8e-5])], 5e-4))


@pytest.mark.hint(en="Do you divide 0 by 0?", zh="是不是出现了 0 除以 0？")
def test_zero_gradients_stay_zero(submission):
    """Gradients that are all 0 come back as zeros with the norm 0.

    梯度全为 0 时，返回 0，范数为 0。
    """
    zeros = [np.zeros(2), np.zeros((1, 3))]
    close(submission.clip_by_global_norm(zeros, 1.0), (zeros, 0.0))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Comparisons with nan are False, so nan > max_norm looks like a small gradient. Test with math.isfinite.",
    zh="和 nan 比较，结果都是 False，所以 nan > max_norm 看起来像是小梯度。用 math.isfinite 判断。",
)
def test_a_norm_that_is_not_finite_raises_value_error(submission):
    """A nan or an infinity anywhere raises ValueError.

    任何位置有 nan 或无穷大，都抛出 ValueError。
    """
    for bad in (math.nan, math.inf, -math.inf):
        raises(ValueError, submission.clip_by_global_norm, [np.ones(2), np.array([[0.0, bad]])], 1.0)


def test_a_limit_that_is_not_positive_raises_value_error(submission):
    """A max_norm of 0 or below raises ValueError, for zero gradients too.

    max_norm 为 0 或负数时抛出 ValueError，梯度为 0 时也一样。
    """
    raises(ValueError, submission.clip_by_global_norm, GRADS, 0.0)
    raises(ValueError, submission.clip_by_global_norm, GRADS, -1.0)
    raises(ValueError, submission.clip_by_global_norm, [np.zeros(2)], 0.0)


@pytest.mark.points(2)
def test_values_are_limited_one_by_one(submission):
    """Every entry beyond ±limit becomes ±limit, the others stay, in arrays of any shape.

    超出 ±limit 的元素变成 ±limit，其余不变；数组形状不限。
    """
    grads = [np.array([3.0, -0.5, -7.0]), np.array([[0.25], [2.5]])]
    close(submission.clip_by_value(grads, 2.0), [np.array([2.0, -0.5, -2.0]), np.array([[0.25], [2.0]])])


@pytest.mark.hint(
    en="In-place operators such as g *= scale change the caller's arrays.",
    zh="g *= scale 这类原地运算会改动调用者的数组。",
)
def test_clipping_by_norm_does_not_modify_the_arrays(submission):
    """After clipping by norm the arrays passed in hold the same numbers.

    按范数裁剪之后，传入的数组保持原样。
    """
    close(unchanged(submission.clip_by_global_norm, GRADS, 1.0), ([np.array([0.6]), np.array([[0.8, 0.0]])], 5.0))


@pytest.mark.hint(en="Clip into a new array, not into the old one.", zh="裁剪的结果放进新数组，不要写回原数组。")
def test_clipping_by_value_does_not_modify_the_arrays(submission):
    """After clipping by value the arrays passed in hold the same numbers.

    按值裁剪之后，传入的数组保持原样。
    """
    close(unchanged(submission.clip_by_value, GRADS, 3.5), [np.array([3.0]), np.array([[3.5, 0.0]])])


def test_float32_gradients_are_welcome(submission, rng):
    """Gradients of float32 work, to single precision.

    float32 的梯度同样可用，精度为单精度。
    """
    grads = [rng.normal(0.0, 2.0, shape).astype(np.float32) for shape in [(4, 3), (6,)]]
    expected, norm = oracle(grads, 0.25)
    close(submission.clip_by_global_norm(grads, 0.25), ([g.astype(np.float32) for g in expected], np.float32(norm)))
