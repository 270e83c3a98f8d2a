"""The hidden suite of gru_cell.

Expected values are worked by hand from σ(ln 3) = 3/4, tanh(ln 2) = 0.6 and tanh(ln 3) = 0.8; a bias of ±40 is a gate
that is open or shut to 17 digits. Random cells are checked against `step`, which is written with loops over single
numbers; the reference is vectorised.

Arrays cross between judge and submission as copies, so views of other arrays, and what becomes of an earlier result,
are seen by a caller beside the submission: `support`.
"""

import math

import numpy as np
import pytest

from grader.judge.suite import close, require, unchanged, without_warning

LN2, LN3 = math.log(2.0), math.log(3.0)
OPEN, SHUT = 40.0, -40.0


def parameters(n_h, n_x, **given):
    """Parameters that are all zero, except those given."""
    params = {name: np.zeros((n_h, n_h + n_x)) for name in ("W_u", "W_r", "W_c")}
    params |= {name: np.zeros(n_h) for name in ("b_u", "b_r", "b_c")}
    return params | {name: np.array(value, dtype=float) for name, value in given.items()}


def drawn(rng, n_h, n_x):
    """Parameters drawn at random."""
    params = {name: rng.normal(0.0, 0.8, (n_h, n_h + n_x)) for name in ("W_u", "W_r", "W_c")}
    return params | {name: rng.normal(0.0, 0.8, n_h) for name in ("b_u", "b_r", "b_c")}


def step(x_t, c_prev, params):
    """The contract, one number at a time: x_t (B, n_x), c_prev (B, n_h) -> (B, n_h)."""

    def line(name, unit, numbers):
        weighted = math.fsum(params[f"W_{name}"][unit, i] * number for i, number in enumerate(numbers))
        return weighted + params[f"b_{name}"][unit]

    rows = []
    for x_row, c_row in zip(x_t.tolist(), c_prev.tolist(), strict=True):
        units = range(len(c_row))
        update = [1.0 / (1.0 + math.exp(-line("u", unit, c_row + x_row))) for unit in units]
        reset = [1.0 / (1.0 + math.exp(-line("r", unit, c_row + x_row))) for unit in units]
        left = [reset[unit] * c_row[unit] for unit in units]
        candidate = [math.tanh(line("c", unit, left + x_row)) for unit in units]
        rows.append([update[unit] * candidate[unit] + (1.0 - update[unit]) * c_row[unit] for unit in units])
    return np.array(rows)


def steps(x, c0, params):
    """`step` over time: x (B, T, n_x), c0 (B, n_h) -> (B, T, n_h)."""
    states = [c0]
    for t in range(x.shape[1]):
        states.append(step(x[:, t], states[-1], params))
    return np.stack(states[1:], axis=1)


@pytest.mark.hint(
    en="Where Γ_u is 1, does your formula give the candidate or the old state?",
    zh="Γ_u 为 1 时，你的公式给出的是候选状态还是旧状态？",
)
def test_the_update_gate_lets_the_candidate_in(submission):
    """An open update gate gives the candidate, a shut one keeps the old state.

    更新门打开时得到候选状态，关闭时保留旧状态。
    """
    params = parameters(2, 1, b_u=[OPEN, SHUT], b_c=[LN2, LN3])
    x_t, c_prev = np.zeros((3, 1)), np.array([[5.0, -3.0], [0.0, 2.0], [-1.0, 0.5]])
    close(submission.gru_cell(x_t, c_prev, params), np.array([[0.6, -3.0], [0.6, 2.0], [0.6, 0.5]]))


@pytest.mark.hint(
    en="With the reset gate shut, the candidate must not depend on c_prev, but still on x_t.",
    zh="重置门关闭时，候选状态不应依赖 c_prev，但仍依赖 x_t。",
)
def test_a_shut_reset_gate_hides_the_old_state_only(submission):
    """A shut reset gate hides the old state from the candidate, and leaves it the input and the bias.

    重置门关闭时，候选状态看不到旧状态，但输入和偏置仍然有效。
    """
    params = parameters(1, 1, b_u=[OPEN], b_r=[SHUT], W_c=[[3.0, LN2]], b_c=[LN3 - LN2])
    x_t, c_prev = np.array([[1.0], [-1.0]]), np.array([[1.0], [-1.0]])
    close(submission.gru_cell(x_t, c_prev, params), np.array([[0.8], [-0.28]]))  # tanh(ln 3), tanh(ln 0.75)


@pytest.mark.hint(
    en="The reset gate multiplies the state, and only then do the weights of the candidate mix the units.",
    zh="重置门先乘到状态上，之后候选状态的权重才把各单元混合起来。",
)
def test_the_reset_gate_acts_before_the_weights(submission):
    """The reset gate multiplies the state before the candidate's weights mix the units.

    重置门在候选状态的权重混合各单元之前，先与状态相乘。
    """
    params = parameters(2, 1, b_u=[OPEN, OPEN], b_r=[OPEN, SHUT], W_c=[[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])
    x_t, c_prev = np.zeros((3, 1)), np.array([[LN2, LN3], [LN3, LN2], [-LN2, 1.0]])
    close(submission.gru_cell(x_t, c_prev, params), np.array([[0.0, 0.6], [0.0, 0.8], [0.0, -0.6]]))


@pytest.mark.hint(
    en="The weights act on [state, input], in that order: the first n_h columns belong to the state.",
    zh="权重作用于 [状态, 输入]，顺序就是这样：前 n_h 列属于状态。",
)
def test_the_state_comes_before_the_input(submission):
    """The first columns of a weight matrix belong to the state, the last ones to the input.

    权重矩阵前面的列对应状态，后面的列对应输入。
    """
    params = parameters(1, 1, b_u=[OPEN], b_r=[OPEN], W_c=[[LN2, 0.0]])
    x_t, c_prev = np.array([[5.0], [-7.0]]), np.array([[1.0], [-1.0]])
    close(submission.gru_cell(x_t, c_prev, params), np.array([[0.6], [-0.6]]))


@pytest.mark.hint(
    en="Does gru_forward use gru_cell, or does it have formulas of its own?",
    zh="gru_forward 用的是 gru_cell，还是自己又写了一遍公式？",
)
def test_large_gate_arguments_do_not_overflow(submission):
    """Gates whose argument is up to 10000 or down to -10000 give no overflow warning in a sequence either.

    在序列中，门的自变量大到 10000 或小到 -10000 时，同样没有溢出警告。
    """
    x, c0 = np.ones((1, 1, 1)), np.array([[LN2, LN3]])
    for size, due in ((-1e4, [LN2, 0.5 * LN3]), (1e4, [0.6, 0.4 + 0.5 * LN3])):
        W_u = [[0.0, 0.0, size], [0.0, 0.0, 0.0]]  # noqa: N806 - the contract's name
        params = parameters(2, 1, W_u=W_u, b_r=[size, size], W_c=[[1, 0, 0], [0, 1, 0]])
        close(without_warning("overflow", submission.gru_forward, x, c0, params), np.array([[due]]))


@pytest.mark.hint(
    en="The candidate lies between -1 and 1. If it is NaN: what is infinity divided by infinity?",
    zh="候选状态在 -1 与 1 之间。如果出现 NaN：无穷除以无穷是多少？",
)
def test_a_saturated_candidate_is_one_or_minus_one(submission):
    """A candidate whose argument is ±10000 is ±1.

    候选状态的自变量为 ±10000 时，结果为 ±1。
    """
    params = parameters(2, 1, b_c=[1e4, -1e4])
    close(submission.gru_cell(np.zeros((1, 1)), np.array([[3.0, 3.0]]), params), np.array([[2.0, 1.0]]))


@pytest.mark.hint(
    en="What does step t start from: c0, or what step t - 1 gave?",
    zh="第 t 步从哪里开始：c0，还是第 t - 1 步的结果？",
)
def test_the_state_is_carried_from_step_to_step(submission):
    """Each step starts from the state that the step before gave, and the states returned are those after the steps.

    每一步都从上一步的结果出发，返回的是每一步之后的状态。
    """
    states = submission.gru_forward(np.ones((2, 3, 1)), np.array([[8.0], [-16.0]]), parameters(1, 1))
    close(states, np.array([[[4.0], [2.0], [1.0]], [[-8.0], [-4.0], [-2.0]]]))


@pytest.mark.hint(
    en="x has shape (B, T, n_x): which index picks a step?",
    zh="x 的形状是 (B, T, n_x)：哪个下标取的是一步？",
)
def test_time_is_the_middle_axis(submission):
    """Time is the middle axis of the input and of the output.

    输入和输出的中间轴都是时间。
    """
    params = parameters(1, 1, b_u=[OPEN], W_c=[[0.0, 1.0]])
    x = np.array([[[LN2], [LN3], [0.0]], [[-LN3], [0.0], [LN2]]])
    due = np.array([[[0.6], [0.8], [0.0]], [[-0.8], [0.0], [0.6]]])
    close(submission.gru_forward(x, np.zeros((2, 1)), params), due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Run gru_cell by hand for the first two steps and compare with the first two states.",
    zh="手动调用两次 gru_cell，与前两个状态对比。",
)
def test_random_sequences_agree_with_the_formulas(submission, rng):
    """On sequences drawn at random every state is what the formulas give step by step, also where an axis has size 1.

    对随机序列，每一步的状态都与公式一致；某个轴大小为 1 时也一样。
    """
    for rows, length, n_h, n_x in [(2, 6, 3, 2), (3, 3, 2, 4), (1, 1, 1, 2)]:
        params = drawn(rng, n_h, n_x)
        x, c0 = rng.normal(0.0, 1.5, (rows, length, n_x)), rng.normal(0.0, 1.5, (rows, n_h))
        close(submission.gru_forward(x, c0, params), steps(x, c0, params))


@pytest.mark.hint(
    en="The input may be whole numbers, the state is not. Is the state ever turned into the input's dtype?",
    zh="输入可以是整数，状态不是。状态有没有被转成输入的 dtype？",
)
def test_inputs_of_integers_do_not_cut_the_state_off(submission, rng):
    """The fractions of the state count in both gates and in the candidate, also where the input is whole numbers.

    输入是整数时，状态的小数部分在两个门和候选状态中同样起作用。
    """
    params, c0 = drawn(rng, 2, 3), np.array([[0.5, -0.75], [-0.25, 0.875]])
    x = rng.integers(-2, 3, (2, 3, 3))
    close(submission.gru_cell(x[:, 0], c0, params), step(x[:, 0], c0, params))
    close(submission.gru_forward(x, c0, params), steps(x, c0, params))


@pytest.mark.hint(
    en="Operations such as *=, out= and c[:] = … write into the caller's array.",
    zh="*=、out=、c[:] = … 这类操作会写进调用者的数组。",
)
def test_no_argument_is_modified(submission, rng):
    """Inputs, states and parameters are the same after a call of either function.

    两个函数调用之后，输入、状态和参数都保持原样。
    """
    params, x, c0 = drawn(rng, 3, 3), rng.normal(0.0, 1.0, (2, 4, 3)), rng.normal(0.0, 1.0, (2, 3))
    cell = unchanged(submission.gru_cell, x[:, 0], c0, params)
    states = unchanged(submission.gru_forward, x, c0, params)
    for found in (cell, states):
        constant = isinstance(found, np.ndarray) and len(set(found.ravel().tolist())) == 1
        require(not constant, "all units have the same state", "所有单元的状态都相同", found)


@pytest.mark.hint(
    en="Which array do you return: a new one, or one that the next call writes into?",
    zh="你返回的是新数组，还是下一次调用会写进去的那个数组？",
)
def test_an_earlier_result_stays_as_it_was(support):
    """The states of a loop of steps, and of a sequence fed in chunks, are kept, and no later call changes them.

    逐步调用或分段输入得到的状态都会保留下来，之后的调用不会改变它们。
    """
    x, c0, params = np.ones((1, 4, 1)), np.array([[16.0]]), parameters(1, 1)
    close(support.step_by_step(x, c0, params), [np.array([[state]]) for state in (8.0, 4.0, 2.0, 1.0)])
    close(support.in_chunks(x, c0, params, 2), [np.array([[[8.0], [4.0]]]), np.array([[[2.0], [1.0]]])])


@pytest.mark.hint(
    en="The numbers of a transposed view lie in memory in another order. Do you read them by memory or by index?",
    zh="转置得到的数组是视图，数在内存中的顺序不同。你是按内存顺序读，还是按下标读？",
)
def test_transposed_views_are_arrays_like_any_other(support, rng):
    """Inputs, states and parameters that are views of a transposed array give the same states.

    输入、状态和参数是转置数组的视图时，结果不变。
    """
    params, x, c0 = drawn(rng, 3, 2), rng.normal(0.0, 1.0, (2, 4, 2)), rng.normal(0.0, 1.0, (2, 3))
    close(support.with_transposed_views(x, c0, params), steps(x, c0, params))
