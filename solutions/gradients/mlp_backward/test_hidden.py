"""The hidden suite of mlp_backward.

The oracle of the forward pass goes through single numbers; that of the gradients takes central differences of it.
"""

import math

import numpy as np
import pytest

from grader.judge.suite import close, raises, require, same, unchanged


def drawn(rng, n=5, d=3, h=4, c=2):
    """x, targets and parameters of four different widths."""
    shapes = {"W1": (d, h), "b1": (h,), "W2": (h, c), "b2": (c,)}
    params = {name: rng.normal(size=shape) for name, shape in shapes.items()}
    return rng.normal(size=(n, d)), rng.integers(0, c, n), params


def logits_of(x, params):
    rows = []
    for row in x:
        hidden = [max(0.0, b + math.fsum(row * w)) for w, b in zip(params["W1"].T, params["b1"], strict=True)]
        rows.append([b + math.fsum(hidden * w) for w, b in zip(params["W2"].T, params["b2"], strict=True)])
    return np.array(rows)


def loss_of(x, targets, params):
    rows = logits_of(x, params)
    return math.fsum(math.log(np.exp(row).sum()) - row[t] for row, t in zip(rows, targets, strict=True)) / len(rows)


def difference(x, targets, params, name, h=1e-6):
    """The gradient of one parameter, one number at a time."""
    found = np.zeros(params[name].shape)
    for index in np.ndindex(found.shape):
        sides = []
        for step in (h, -h):
            moved = params[name].copy()
            moved[index] += step
            sides.append(loss_of(x, targets, params | {name: moved}))
        found[index] = (sides[0] - sides[1]) / (2 * h)
    return found


def outcome(submission, *args):
    """The loss and the gradients, known to be a pair."""
    result = submission.mlp_loss_grads(*args)
    pair = isinstance(result, list | tuple) and len(result) == 2 and isinstance(result[1], dict)
    require(pair, "It must return (loss, dict of gradients).", "应返回 (损失, 梯度字典)。", result)
    return result


def one_unit(w1=1.0, b1=0.0, w2=(1.0, 1.0), b2=(0.0, 0.0)):
    return {"W1": np.array([[w1]]), "b1": np.array([b1]), "W2": np.array([w2]), "b2": np.array(b2)}


@pytest.mark.points(2)
@pytest.mark.parametrize("sizes", [(5, 3, 4, 2), (1, 1, 6, 3), (3, 3, 3, 3)])
def test_the_logits_agree_with_the_formula(submission, rng, sizes):
    """The logits are relu(x W1 + b1) W2 + b2, for any widths.

    logits 是 relu(x W1 + b1) W2 + b2，各层宽度任意。
    """
    x, _, params = drawn(rng, *sizes)
    close(submission.mlp_forward(x, params), logits_of(x, params))


@pytest.mark.points(2)
def test_the_loss_is_the_mean_in_nats(submission, rng):
    """The loss is the mean cross-entropy over the rows, in nats.

    损失是各行交叉熵的平均，单位是 nat。
    """
    x, targets, params = drawn(rng)
    close(outcome(submission, x, targets, params)[0], loss_of(x, targets, params))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Each gradient has the shape of its parameter; the one of the logits is (softmax − one-hot) / N.",
    zh="每个梯度与对应参数形状相同；logits 的梯度是 (softmax − one-hot) / N。",
)
def test_the_gradients_of_the_second_layer(submission, rng):
    """The gradients of W2 and b2 agree with central differences of the loss.

    W2 和 b2 的梯度与损失的中心差分一致。
    """
    agree(submission, rng, "W2", "b2")


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Back through W2ᵀ, then through relu, then to W1 and b1.",
    zh="先经过 W2ᵀ，再经过 relu，最后到 W1 和 b1。",
)
def test_the_gradients_of_the_first_layer(submission, rng):
    """The gradients of W1 and b1 agree with central differences of the loss.

    W1 和 b1 的梯度与损失的中心差分一致。
    """
    agree(submission, rng, "W1", "b1")


def agree(submission, rng, *names):
    x, targets, params = drawn(rng)
    _, grads = outcome(submission, x, targets, params)
    for name in names:
        close(grads.get(name), difference(x, targets, params, name), rtol=1e-5, atol=1e-8)


@pytest.mark.hint(
    en="> 0 or >= 0?",
    zh="是 > 0 还是 >= 0？",
)
def test_the_slope_of_relu_at_zero_is_zero(submission):
    """A hidden unit at exactly 0 passes no gradient on.

    隐层单元恰好为 0 时，不传递梯度。
    """
    _, grads = outcome(submission, np.array([[2.0]]), np.array([0]), one_unit(w1=0.0, w2=(3.0, 1.0)))
    close([grads.get("W1"), grads.get("b1")], [np.array([[0.0]]), np.array([0.0])])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Subtract the greatest logit of each row first, and take the logarithm without the softmax.",
    zh="先减去每行最大的 logit，取对数时不要经过 softmax。",
)
def test_large_logits_do_not_overflow(submission):
    """A row of logits 3000 and 0 has a loss of 3000 and a gradient of (1, −1), and a small row beside it counts, too.

    logits 为 3000 和 0 的一行，损失是 3000，梯度是 (1, −1)；旁边数值小的一行照常计算。
    """
    loss, grads = outcome(submission, np.array([[3000.0], [1.0]]), np.array([1, 1]), one_unit(w2=(1.0, 0.0)))
    s = 1 / (1 + math.exp(-1))  # the small row has logits 1 and 0
    close([loss, grads.get("b2")], [(3000 - math.log(1 - s)) / 2, np.array([1 + s, -1 - s]) / 2])


@pytest.mark.hint(
    en="NumPy takes −1 for the last column.",
    zh="NumPy 会把 −1 当成最后一列。",
)
def test_a_target_out_of_range_is_an_error(submission, rng):
    """Targets of −1 and of C raise ValueError, among others that are fine.

    目标为 −1 或 C 时抛出 ValueError，哪怕其余目标都正常。
    """
    x, _, params = drawn(rng, n=2)
    for bad in (-1, 2):
        raises(ValueError, submission.mlp_loss_grads, x, np.array([0, bad]), params)


def test_x_targets_and_parameters_stay_as_they_were(submission, rng):
    """Neither function modifies its arguments.

    两个函数都不修改参数。
    """
    x, targets, params = drawn(rng)
    unchanged(submission.mlp_forward, x, params)
    unchanged(submission.mlp_loss_grads, x, targets, params)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Both sides of x count, and the denominator is the sum of the absolute values.",
    zh="x 的两侧都要算，分母是绝对值之和。",
)
def test_the_error_is_relative_with_central_differences(submission, support):
    """x³ at 2 with h = 1 has n = 13: a = 12 is wrong by 1/25, a = −12 by 1; for −x³ it is the reverse.

    x³ 在 2 处、h = 1 时 n = 13：a = 12 的误差是 1/25，a = −12 的误差是 1；对 −x³ 则相反。
    """
    _ = submission.gradient_check
    one, two = np.array([1.0]), np.array([2.0])
    for sign in (1.0, -1.0):
        close(support.check(sign * one, two, np.array([12 * sign]), 1.0)[0], 0.04)
        close(support.check(sign * one, two, np.array([-12 * sign]), 1.0)[0], 1.0)


def test_h_is_1e_5_unless_given(submission, support):
    """50 x³ at 0 has n = 50 h², which is 5e-9 without an h: with a = 0 the error is 1/2.

    50 x³ 在 0 处 n = 50 h²，不传 h 时是 5e-9：a = 0 时误差为 1/2。
    """
    _ = submission.gradient_check
    close(support.check(np.array([50.0]), np.array([0.0]), np.array([0.0]))[0], 0.5)


def test_the_greatest_error_counts(submission, support):
    """Of the errors 0.04, 1/2 and 0.04 it gives 1/2.

    误差为 0.04、1/2、0.04 时，结果是 1/2。
    """
    _ = submission.gradient_check
    ones = np.ones((1, 3))
    close(support.check(ones, ones, np.array([[3.0, 9.75, 3.0]]), 0.5)[0], 0.5)


def test_the_denominator_is_at_least_1e_8(submission, support):
    """Where a and n are 0 the error is 0, and a = 4e-9 with n = 0 gives 0.4.

    a 和 n 都是 0 时误差为 0；a = 4e-9、n = 0 时误差是 0.4。
    """
    _ = submission.gradient_check
    zero = np.array([0.0])
    close(support.check(zero, zero, zero)[0], 0.0)
    close(support.check(zero, zero, np.array([4e-9]))[0], 0.4)


@pytest.mark.hint(
    en="x + h − h is not always x in floating point; put the saved number back.",
    zh="浮点数里 x + h − h 不一定等于 x，应放回保存的值。",
)
def test_x_is_exactly_as_it_was(submission, support, rng):
    """After the check x holds the very same numbers.

    检查之后，x 的每个数都与原来完全相同。
    """
    _ = submission.gradient_check
    x = rng.normal(size=(5, 8))
    same(support.check(np.ones((5, 8)), x, x)[1], x)


@pytest.mark.hint(
    en="reshape(−1) and ravel of a transposed array are copies, and writing to them changes nothing.",
    zh="转置数组的 reshape(−1) 和 ravel 得到的是副本，写进去不会影响 x。",
)
def test_a_right_gradient_passes_in_any_shape_and_layout(submission, support, rng):
    """A right gradient has an error near 0, here for an x (2, 1, 3) that is a transposed view.

    正确梯度的误差接近 0；这里 x 的形状是 (2, 1, 3)，是转置得到的视图。
    """
    _ = submission.gradient_check
    weights, x = rng.uniform(1, 2, (2, 1, 3)), rng.uniform(1, 2, (2, 1, 3))
    close(support.check_transposed(weights, x, 3 * weights * x**2), 0.0, atol=1e-6)
