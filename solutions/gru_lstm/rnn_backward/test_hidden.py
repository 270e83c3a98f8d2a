"""The hidden suite of rnn_backward.

Expected values are worked by hand, or come from `oracle`: it knows the forward pass only, and takes each derivative by
a complex step, Im L(w + ih)/h, which is exact to the last digits.
"""

import math

import numpy as np
import pytest

from grader.judge.suite import close, raises, unchanged

LN2, LN3 = math.log(2.0), math.log(3.0)


def parameters(n_a, n_x, n_y, **given):
    """Parameters that are all zero, except those given."""
    shapes = {"W_aa": (n_a, n_a), "W_ax": (n_a, n_x), "b_a": n_a, "W_ya": (n_y, n_a), "b_y": n_y}
    return {name: np.array(given.get(name, np.zeros(shape)), dtype=float) for name, shape in shapes.items()}


def forward(x, a0, targets, params):
    """The loss, for real or complex parameters."""
    loss, a = 0.0, a0
    for x_t, target in zip(x, targets, strict=True):
        a = np.tanh(params["W_aa"] @ a + params["W_ax"] @ x_t + params["b_a"])
        z = params["W_ya"] @ a + params["b_y"]
        loss = loss + np.log(np.exp(z).sum()) - z[target]
    return loss


def oracle(x, a0, targets, params):
    """Loss and gradients, entry by entry."""
    grads = {name: np.zeros(value.shape) for name, value in params.items()}
    for name, grad in grads.items():
        for index in np.ndindex(grad.shape):
            moved = params[name].astype(complex)
            moved[index] += 1e-30j
            grad[index] = forward(x, a0, targets, params | {name: moved}).imag / 1e-30
    return forward(x, a0, targets, params), grads


def example(**given):
    """The arguments of the statement's example."""
    params = parameters(1, 1, 2, W_aa=[[LN2]], W_ax=[[LN2 / 2]], W_ya=[[2.0], [0.0]], b_y=[LN3 - 1.2, 0.0])
    return np.array([[1.0]]), np.array([0.5]), np.array([0]), params | given


EXAMPLE_GRADS = {
    "W_aa": np.array([[-0.16]]),
    "W_ax": np.array([[-0.32]]),
    "b_a": np.array([-0.32]),
    "W_ya": np.array([[-0.15], [0.15]]),
    "b_y": np.array([-0.25, 0.25]),
}


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Follow the example of the statement backwards: logits, state, before tanh, parameters.",
    zh="把题面示例从后往前走一遍：logits、状态、tanh 之前、各参数。",
)
def test_one_step_worked_by_hand(submission):
    """Loss and gradients of the statement's example: one step of one unit.

    题面示例的损失和梯度：一个单元走一步。
    """
    close(submission.rnn_loss_grads(*example()), (math.log(4 / 3), EXAMPLE_GRADS))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Add the losses of all steps. The softmax and the cross-entropy together have the gradient ŷ − one-hot.",
    zh="把各步的损失相加。softmax 与交叉熵合在一起，梯度是 ŷ − one-hot。",
)
def test_the_steps_are_summed_not_averaged(submission):
    """Three steps with equal outputs cost 3·ln 2, and the gradient of b_y adds up over the steps.

    两个输出相等时，三步的损失是 3·ln 2，b_y 的梯度是各步之和。
    """
    due = parameters(1, 1, 2, b_y=[-0.5, 0.5])
    args = np.zeros((3, 1)), np.zeros(1), np.array([0, 0, 1])
    close(submission.rnn_loss_grads(*args, parameters(1, 1, 2)), (3 * LN2, due))


@pytest.mark.hint(
    en="W_aa multiplies a_{t-1}. In the first step that is a0.",
    zh="W_aa 乘的是 a_{t-1}。在第一步，它就是 a0。",
)
def test_the_recurrent_gradient_takes_the_state_before_the_step(submission):
    """With a0 = 0.5 and a_1 = 0 the gradient of W_aa is 0.5·δ.

    a0 = 0.5、a_1 = 0 时，W_aa 的梯度是 0.5·δ。
    """
    due = parameters(1, 1, 2, W_aa=[[-0.5]], b_a=[-1.0], b_y=[-0.5, 0.5])
    args = np.zeros((1, 1)), np.array([0.5]), np.array([0]), parameters(1, 1, 2, W_ya=[[1.0], [-1.0]])
    close(submission.rnn_loss_grads(*args), (LN2, due))


@pytest.mark.points(3)
@pytest.mark.hint(
    en="Each state passes W_aaᵀ δ on to the state before it. With W_aa = 2 the sum is 1 + 2 + 4.",
    zh="每个状态都把 W_aaᵀ δ 传给前一个状态。W_aa = 2 时，总和是 1 + 2 + 4。",
)
def test_the_gradient_flows_through_all_steps(submission):
    """An input in the first of three steps gets gradients through all three outputs: −1, −2 and −4.

    三步中第一步的输入，经过三个输出都收到梯度：−1、−2、−4。
    """
    params = parameters(1, 1, 2, W_aa=[[2.0]], W_ya=[[1.0], [-1.0]])  # all states are 0, where tanh has the slope 1
    due = parameters(1, 1, 2, W_ax=[[-7.0]], b_a=[-11.0], b_y=[-1.5, 1.5])  # 7 + 3 + 1 = 11
    args = np.array([[1.0], [0.0], [0.0]]), np.zeros(1), np.array([0, 0, 0])
    close(submission.rnn_loss_grads(*args, params), (3 * LN2, due))


@pytest.mark.points(3)
@pytest.mark.hint(
    en="Check one parameter at a time with central differences. With unequal sizes a missing transpose shows.",
    zh="用中心差分逐个参数检查。各维大小不同时，漏掉的转置会暴露出来。",
)
def test_random_networks_have_the_gradients_of_their_loss(submission, rng):
    """Loss and gradients of random networks agree with derivatives of the forward pass, entry by entry.

    随机网络的损失和梯度，与对前向计算逐个元素求导的结果一致。
    """
    for steps, n_a, n_x, n_y in [(5, 3, 2, 4), (2, 2, 3, 1)]:
        params = {name: rng.normal(0.0, 0.7, value.shape) for name, value in parameters(n_a, n_x, n_y).items()}
        args = rng.normal(size=(steps, n_x)), rng.normal(size=n_a), rng.integers(0, n_y, steps)
        close(submission.rnn_loss_grads(*args, params), oracle(*args, params))


@pytest.mark.hint(
    en="exp(10000) overflows. Subtract the largest logit of the step first.",
    zh="exp(10000) 会溢出。先减去这一步最大的 logit。",
)
def test_large_logits_do_not_overflow(submission):
    """Logits near ±10,000 give the loss and the gradients of small ones with the same differences.

    ±10,000 附近的 logits，损失和梯度与差值相同的小 logits 一样。
    """
    due = parameters(1, 1, 2, b_y=[-0.75, 0.75])
    for size in (1e4, -1e4):
        args = np.zeros((1, 1)), np.zeros(1), np.array([0]), parameters(1, 1, 2, b_y=[size, size + LN3])
        close(submission.rnn_loss_grads(*args), (2 * LN2, due))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="ŷ underflows to 0 and has no logarithm. Compute ln ŷ as z − max − ln Σ exp(z − max).",
    zh="ŷ 下溢成 0，取不了对数。请用 z − max − ln Σ exp(z − max) 计算 ln ŷ。",
)
def test_an_improbable_target_has_an_exact_loss(submission):
    """A target 20,000 below the other logit costs 20,000; in the other step the loss is 0.

    标签的 logit 比另一个小 20,000，损失就是 20,000；另一步的损失是 0。
    """
    due = parameters(1, 1, 2, b_y=[1.0, -1.0])
    args = np.zeros((2, 1)), np.zeros(1), np.array([0, 1]), parameters(1, 1, 2, b_y=[1e4, -1e4])
    close(submission.rnn_loss_grads(*args), (2e4, due))


@pytest.mark.hint(
    en="NumPy takes -1 as the last output, and an IndexError is no ValueError: check the range yourself.",
    zh="NumPy 会把 -1 当作最后一个输出，而 IndexError 不是 ValueError：请自己检查范围。",
)
def test_targets_outside_the_outputs_raise_value_error(submission):
    """A target of n_y or more, or below 0, raises ValueError, in any step.

    标签不小于 n_y 或者为负，不论在哪一步，都抛出 ValueError。
    """
    _, a0, _, params = example()
    for bad in (2, -1, -2):
        raises(ValueError, submission.rnn_loss_grads, np.ones((2, 1)), a0, np.array([1, bad]), params)


@pytest.mark.hint(
    en="An array made with the dtype of x cuts numbers down to whole ones.",
    zh="照着 x 的 dtype 创建的数组，会把数截断成整数。",
)
def test_one_hot_inputs_may_be_integers(submission, rng):
    """x may hold integers; the gradients hold floats.

    x 可以是整数，梯度是浮点数。
    """
    params = {name: rng.normal(0.0, 0.7, value.shape) for name, value in parameters(3, 2, 2).items()}
    args = np.eye(2, dtype=int), rng.normal(size=3), np.array([1, 0], dtype=np.int32)
    close(submission.rnn_loss_grads(*args, params), oracle(*args, params))


@pytest.mark.hint(
    en="The gradients need arrays of their own, and so do the states.",
    zh="梯度和状态都要用自己的数组。",
)
def test_the_arguments_are_not_modified(submission):
    """x, a0, the targets and the parameters hold the same numbers after the call.

    调用之后 x、a0、标签和各参数都保持原样。
    """
    close(unchanged(submission.rnn_loss_grads, *example()), (math.log(4 / 3), EXAMPLE_GRADS))
