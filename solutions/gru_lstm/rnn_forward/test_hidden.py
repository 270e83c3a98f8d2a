"""The hidden suite of rnn_forward.

Expected values are worked by hand from tanh(ln 2) = 0.6 and tanh(ln 3) = 0.8, or come from `oracle`, which loops over
single numbers.
"""

import math

import numpy as np
import pytest

from grader.judge.suite import close, require, unchanged

LN2, LN3 = math.log(2.0), math.log(3.0)


def parameters(n_a, n_x, n_y, **given):
    """Parameters that are all zero, except those given."""
    shapes = {"W_aa": (n_a, n_a), "W_ax": (n_a, n_x), "b_a": n_a, "W_ya": (n_y, n_a), "b_y": n_y}
    return {name: np.array(given.get(name, np.zeros(shape)), dtype=float) for name, shape in shapes.items()}


def drawn(rng, n_a, n_x, n_y):
    """Random parameters."""
    return {name: rng.normal(0.0, 0.8, value.shape) for name, value in parameters(n_a, n_x, n_y).items()}


def oracle(x, a0, params):
    """The contract, one number at a time."""

    def line(weights, numbers):
        return math.fsum(w * n for w, n in zip(weights, numbers, strict=True))

    states, outputs, state = [], [], a0.tolist()
    for x_t in x.tolist():
        rows = zip(params["W_aa"], params["W_ax"], params["b_a"], strict=True)
        state = [math.tanh(line(w_a, state) + line(w_x, x_t) + b) for w_a, w_x, b in rows]
        weights = [math.exp(line(w, state) + b) for w, b in zip(params["W_ya"], params["b_y"], strict=True)]
        states.append(state)
        outputs.append([weight / math.fsum(weights) for weight in weights])
    return np.array(states), np.array(outputs)


def states_and_outputs(submission, x, a0, params):
    """The two results, known to be two."""
    result = submission.rnn_forward(x, a0, params)
    two = isinstance(result, list | tuple) and len(result) == 2
    require(two, "it must return (states, outputs)", "应返回（状态, 输出）", result)
    return result


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The argument of tanh has three terms: the old state, the input and the bias.",
    zh="tanh 的自变量有三项：旧状态、输入和偏置。",
)
def test_a_state_worked_by_hand(submission):
    """One step of one unit: the old state, the input and the bias each add their share before tanh.

    一个单元走一步：旧状态、输入和偏置各加一份，再取 tanh。
    """
    params = parameters(1, 1, 1, W_aa=[[LN2]], W_ax=[[LN3]], b_a=[LN3 - LN2])
    states, _ = states_and_outputs(submission, np.array([[-1.0]]), np.array([2.0]), params)
    close(states, np.array([[0.6]]))  # 2·ln 2 − ln 3 + ln 3 − ln 2 = ln 2


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Each output is computed from the state of its own step, and the softmax goes over the outputs of that step.",
    zh="每个输出由这一步自己的状态算出，softmax 在这一步的各输出之间做。",
)
def test_an_output_worked_by_hand(submission):
    """Scores that are logarithms of 1, 2 and 3 give the probabilities 1/6, 1/3 and 1/2 in each step.

    得分是 1、2、3 的对数时，每一步的概率都是 1/6、1/3、1/2。
    """
    _, outputs = states_and_outputs(
        submission,
        np.zeros((2, 1)),
        np.array([5.0]),
        parameters(1, 1, 3, W_ya=[[9.0], [9.0], [9.0]], b_y=[0.0, LN2, LN3]),
    )
    close(outputs, np.array([[1 / 6, 1 / 3, 1 / 2]] * 2))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Compute the new state first. The output comes from it, not from the state before the step.",
    zh="先算新状态。输出由新状态得到，而不是这一步之前的状态。",
)
def test_the_output_belongs_to_the_new_state(submission):
    """The first output sees the first input.

    第一个输出能看到第一个输入。
    """
    params = parameters(1, 1, 2, W_ax=[[LN3]], W_ya=[[1.25 * LN2], [0.0]])
    _, outputs = states_and_outputs(submission, np.array([[1.0], [0.0]]), np.array([0.0]), params)
    close(outputs, np.array([[2 / 3, 1 / 3], [1 / 2, 1 / 2]]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Each step starts from the state of the step before it. Is a0 used in every step?",
    zh="每一步都从前一步的状态出发。你是不是每一步都用了 a0？",
)
def test_the_state_is_carried_on(submission):
    """An input in the first step still shows in the third state; a0 is not among the states.

    第一步的输入在第三个状态中仍能看到；返回的状态不包括 a0。
    """
    params = parameters(1, 1, 1, W_aa=[[1.0]], W_ax=[[LN2]])
    states, _ = states_and_outputs(submission, np.array([[1.0], [0.0], [0.0]]), np.array([0.0]), params)
    close(states, np.array([[0.6], [math.tanh(0.6)], [math.tanh(math.tanh(0.6))]]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Write the shapes beside every product. With equal sizes a transposed matrix goes unnoticed.",
    zh="在每个乘积旁边写出形状。大小都相等时，矩阵转置了也看不出来。",
)
def test_random_networks_agree_with_loops(submission, rng):
    """States and outputs of random networks of all shapes agree with loops over single numbers.

    各种形状的随机网络，状态和输出都与逐个数计算的结果一致。
    """
    for steps, n_a, n_x, n_y in [(6, 3, 2, 4), (3, 3, 3, 3), (1, 2, 5, 1)]:
        x, a0, params = rng.normal(size=(steps, n_x)), rng.normal(size=n_a), drawn(rng, n_a, n_x, n_y)
        close(submission.rnn_forward(x, a0, params), oracle(x, a0, params))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="exp(10000) overflows. Subtract the largest score of the step first.",
    zh="exp(10000) 会溢出。先减去这一步最大的得分。",
)
def test_large_scores_do_not_overflow(submission):
    """Scores of ±10,000 give the right probabilities, near each other or far apart.

    得分为 ±10,000 时，不论彼此接近还是相差很远，概率都正确。
    """
    for scores, due in [([1e4, 1e4 + LN3], [0.25, 0.75]), ([-1e4, LN3 - 1e4], [0.25, 0.75]), ([1e4, -1e4], [1.0, 0.0])]:
        _, outputs = states_and_outputs(submission, np.zeros((1, 1)), np.zeros(1), parameters(1, 1, 2, b_y=scores))
        close(outputs, np.array([due]))


@pytest.mark.hint(
    en="One maximum for the whole sequence is too large for some steps.",
    zh="整个序列只减一个最大值，对有些步来说太大了。",
)
def test_steps_of_different_size_do_not_disturb_each_other(submission):
    """A step with scores near 0 beside one with scores near 10,000 has its own probabilities.

    一步的得分在 0 附近，另一步在 10,000 附近，各步的概率互不影响。
    """
    params = parameters(1, 1, 2, W_ax=[[40.0]], W_ya=[[1e4], [1e4]], b_y=[0.0, LN3])
    _, outputs = states_and_outputs(submission, np.array([[1.0], [0.0], [-1.0]]), np.zeros(1), params)
    close(outputs, np.array([[0.25, 0.75]] * 3))


@pytest.mark.hint(
    en="An array made with the dtype of x cuts the states down to whole numbers.",
    zh="照着 x 的 dtype 创建的数组，会把状态截断成整数。",
)
def test_one_hot_inputs_may_be_integers(submission):
    """x and a0 may hold integers; the results hold floats.

    x 和 a0 可以是整数，结果是浮点数。
    """
    params = parameters(2, 2, 1, W_ax=[[LN2, 0.0], [0.0, LN3]])
    close(
        submission.rnn_forward(np.eye(2, dtype=int), np.zeros(2, dtype=int), params),
        (np.array([[0.6, 0.0], [0.0, 0.8]]), np.ones((2, 1))),
    )


@pytest.mark.hint(
    en="a += … writes into the caller's a0 in the first step.",
    zh="第一步里的 a += … 会写进调用者的 a0。",
)
def test_the_arguments_are_not_modified(submission):
    """x, a0 and the parameters hold the same numbers after the call.

    调用之后 x、a0 和各参数都保持原样。
    """
    params = parameters(1, 1, 1, W_aa=[[LN2]])
    close(
        unchanged(submission.rnn_forward, np.array([[1.0]]), np.array([1.0]), params),
        (np.array([[0.6]]), np.ones((1, 1))),
    )
