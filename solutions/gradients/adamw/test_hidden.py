"""The hidden suite of adamw; the oracle is the formulas for single numbers, or worked by hand."""

import math

import numpy as np
import pytest

from grader.judge.suite import close, unchanged


@pytest.fixture
def support(submission, support):
    _ = submission.AdamW  # a file that lacks it is told so here
    return support


def one(value):
    return {"w": np.array([value])}


def drawn(rng, n):
    """Gradients of either sign, none so small that eps would count."""
    return (rng.uniform(0.5, 2.0, n) * rng.choice([-1.0, 1.0], n)).tolist()


def oracle(theta, gradients, lr, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    """One number after each step."""
    first = second = 0.0
    seen = []
    for t, g in enumerate(gradients, start=1):
        first = betas[0] * first + (1 - betas[0]) * g
        second = betas[1] * second + (1 - betas[1]) * g * g
        root = math.sqrt(second / (1 - betas[1] ** t))
        theta = theta - lr * weight_decay * theta - lr * (first / (1 - betas[0] ** t)) / (root + eps)
        seen.append(theta)
    return seen


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Without the correction by 1 − βᵗ the first steps have the wrong size.",
    zh="没有 1 − βᵗ 的修正，最初几步的大小就不对。",
)
def test_the_first_step_has_the_size_lr(support):
    """Without decay the first step is lr, against the sign of the gradient, whatever its size.

    没有衰减时，无论梯度多大，第一步都是 lr，方向与梯度相反。
    """
    params = {"w": np.array([1.0, 1.0, 1.0])}
    found = support.run(params, [{"w": np.array([400.0, -0.5, 3.0])}], 0.25, weight_decay=0.0)
    close(found, [{"w": np.array([0.75, 1.25, 0.75])}])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="m averages g, v averages g², each with its own beta; both are kept for the next step.",
    zh="m 是 g 的滑动平均，v 是 g² 的，各用各的 beta；两者都要留到下一步。",
)
def test_the_moments_go_on_from_step_to_step(support, rng):
    """Steps with changing gradients, one of them 0, agree with the formulas, without decay.

    没有衰减时，梯度变化（其中一步为 0）的每一步都与公式一致。
    """
    gradients = [*drawn(rng, 3), 0.0, *drawn(rng, 2)]
    found = support.run(one(1.0), [one(g) for g in gradients], 0.1, weight_decay=0.0)
    close(found, [one(theta) for theta in oracle(1.0, gradients, 0.1, weight_decay=0.0)])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Decoupled: the decay is not added to the gradient, and it takes the old parameter.",
    zh="解耦：衰减不加进梯度里，而且用的是旧的参数。",
)
def test_the_decay_is_decoupled(support):
    """The decay takes lr · weight_decay of the old parameter: 8 − 2 − 0.5, and 4/4 of the rest is as without it.

    衰减减去旧参数的 lr · weight_decay 倍：8 − 2 − 0.5 = 5.5，其余与没有衰减时一样。
    """
    close(support.run(one(8.0), [one(3.0)], 0.5, weight_decay=0.5), [one(5.5)])


@pytest.mark.hint(
    en="eps stands beside the root, not under it.",
    zh="eps 在根号外面，不在里面。",
)
def test_eps_is_added_to_the_root(support):
    """With g = 3, eps = 1 and betas of 0 the step is 3/4 of lr.

    g = 3、eps = 1、betas 为 0 时，这一步是 lr 的 3/4。
    """
    close(support.run(one(0.0), [one(3.0)], 1.0, (0.0, 0.0), eps=1.0), [one(-0.75)])


@pytest.mark.hint(
    en="Correct v first, then take the root, then add eps.",
    zh="先修正 v，再开方，最后加 eps。",
)
def test_eps_is_added_after_the_correction(support):
    """With the default betas the first step is 3/4 of lr as well.

    用默认的 betas，第一步同样是 lr 的 3/4。
    """
    close(support.run(one(0.0), [one(3.0)], 1.0, eps=1.0), [one(-0.75)])


def test_the_betas_are_those_given(support, rng):
    """Other betas give other moments, in their order.

    betas 不同，滑动平均也不同，顺序是 (β₁, β₂)。
    """
    gradients = drawn(rng, 4)
    found = support.run(one(1.0), [one(g) for g in gradients], 0.1, (0.5, 0.75), 1e-3, 0.25)
    close(found, [one(theta) for theta in oracle(1.0, gradients, 0.1, (0.5, 0.75), 1e-3, 0.25)])


def test_the_defaults(support):
    """Without further settings betas are (0.9, 0.999), eps 1e-8 and weight_decay 0.01.

    不传其他设置时，betas 是 (0.9, 0.999)，eps 是 1e-8，weight_decay 是 0.01。
    """
    gradients = [1e-7, -3e-8, 2e-8]  # so small that eps counts
    found = support.run(one(5.0), [one(g) for g in gradients], 1.0)
    close(found, [one(theta) for theta in oracle(5.0, gradients, 1.0)])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Each name has moments and a step count of its own.",
    zh="每个名字都有自己的滑动平均和步数。",
)
def test_each_parameter_counts_its_own_steps(support):
    """A parameter whose gradient comes late has its first step then; one that misses a step goes on where it was.

    梯度来得晚的参数，从那时起才是第一步；中间缺了一步的参数，接着原来的状态继续。
    """
    params = {"a": np.array([1.0]), "b": np.array([[2.0, -2.0]])}
    a, b = np.array([1.0]), np.array([[1.0, -4.0]])
    seen = support.run(params, [{"a": a}, {"b": b}, {"a": 2 * a, "b": -b}], 0.1)
    last_a = oracle(1.0, [1.0, 2.0], 0.1)[-1]
    last_b = [oracle(2.0, [1.0, -1.0], 0.1)[-1], oracle(-2.0, [-4.0, 4.0], 0.1)[-1]]
    close(seen[-1:], [{"a": np.array([last_a]), "b": np.array([last_b])}])


def test_a_parameter_without_a_gradient_stays(support):
    """It is returned as it is: neither moved nor decayed, also after it had a gradient before.

    原样返回：不更新也不衰减，之前有过梯度也一样。
    """
    params = {"a": np.array([1.0]), "b": np.array([2.0])}
    seen = support.run(params, [{"b": np.array([1.0])}, {}], 0.1)
    (b,) = oracle(2.0, [1.0], 0.1)
    close(seen, [{"a": np.array([1.0]), "b": np.array([b])}] * 2)


@pytest.mark.hint(
    en="-=, *= and out= write into the caller's arrays; new values belong into a new dict.",
    zh="-=、*=、out= 会写进调用者的数组；新的值要放进新的字典。",
)
def test_parameters_and_gradients_stay_as_they_were(support):
    """step modifies neither the dicts nor the arrays that it is given.

    step 不修改传入的字典和数组。
    """
    params, grads = {"a": np.array([1.0]), "b": np.array([2.0])}, {"a": np.array([3.0])}
    unchanged(support.first_step, params, grads, 0.1)


def test_two_optimisers_share_nothing(support):
    """Steps of another object in between change nothing.

    中间穿插另一个对象的更新，不会影响结果。
    """
    close(support.in_turn(one(1.0), one(2.0), 0.1), one(oracle(1.0, [2.0, 2.0], 0.1)[-1]))
