"""The hidden suite of lstm_cell.

Expected values are worked by hand from σ(ln 3) = 3/4 and tanh(ln 2) = 0.6, where a bias of ±40 is a gate that is open
or shut to 17 digits, or come from `oracle`, which loops over single numbers.
"""

import math

import numpy as np
import pytest

from grader.judge.suite import close, require, unchanged, without_warning

LN2, LN3 = math.log(2.0), math.log(3.0)
OPEN, SHUT = 40.0, -40.0


def parameters(n_h, n_x, **given):
    """Parameters that are all zero, except those given."""
    params = {f"W_{gate}": np.zeros((n_h, n_h + n_x)) for gate in "fuoc"}
    params |= {f"b_{gate}": np.zeros(n_h) for gate in "fuoc"}
    return params | {name: np.array(value, dtype=float) for name, value in given.items()}


def oracle(x_t, a_prev, c_prev, params):
    """The contract, one number at a time."""

    def sigmoid(z):
        return 1.0 / (1.0 + math.exp(-z))

    def line(name, unit, numbers):
        return (
            math.fsum(w * v for w, v in zip(params[f"W_{name}"][unit], numbers, strict=True))
            + params[f"b_{name}"][unit]
        )

    outputs, cells = np.zeros(a_prev.shape), np.zeros(a_prev.shape)
    for row, unit in np.ndindex(a_prev.shape):
        numbers = a_prev[row].tolist() + x_t[row].tolist()
        kept = sigmoid(line("f", unit, numbers)) * c_prev[row, unit]
        cells[row, unit] = kept + sigmoid(line("u", unit, numbers)) * math.tanh(line("c", unit, numbers))
        outputs[row, unit] = sigmoid(line("o", unit, numbers)) * math.tanh(cells[row, unit])
    return outputs, cells


def step(submission, x_t, a_prev, c_prev, params):
    """The two results, known to be two."""
    result = submission.lstm_cell(np.array(x_t), np.array(a_prev), np.array(c_prev), params)
    two = isinstance(result, list | tuple) and len(result) == 2
    require(two, "it must return (a_t, c_t)", "应返回 (a_t, c_t)", result)
    return result


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Work the example of the statement on paper and print the three gates and c̃ beside it. a_t comes first.",
    zh="在纸上算一遍题面的示例，并把三个门和 c̃ 打印出来对照。先返回 a_t。",
)
def test_one_unit_worked_by_hand(submission):
    """The example of the statement: a_t = tanh(0.5)/2 and c_t = 0.5, in that order.

    题面的示例：a_t = tanh(0.5)/2，c_t = 0.5，按这个顺序返回。
    """
    params = parameters(1, 1, b_f=[-LN3], W_u=[[0.0, LN3]], W_c=[[LN2, 0.0]])
    result = submission.lstm_cell(np.array([[1.0]]), np.array([[1.0]]), np.array([[0.2]]), params)
    close(result, (np.array([[math.tanh(0.5) / 2]]), np.array([[0.5]])))


@pytest.mark.hint(
    en="Γ_f multiplies c_prev, and nothing else does.",
    zh="与 c_prev 相乘的只有 Γ_f。",
)
def test_the_forget_gate_keeps_the_old_cell(submission):
    """An open forget gate keeps the old cell, a shut one erases it.

    遗忘门打开时保留旧的细胞状态，关闭时清除。
    """
    params = parameters(2, 1, b_f=[OPEN, SHUT], b_u=[SHUT, SHUT])
    _, cell = step(submission, [[0.0]], [[0.0, 0.0]], [[5.0, -3.0]], params)
    close(cell, np.array([[5.0, 0.0]]))


def test_the_update_gate_lets_the_candidate_in(submission):
    """An open update gate lets the candidate in, a shut one keeps it out.

    更新门打开时候选状态进入，关闭时进不来。
    """
    params = parameters(2, 1, b_f=[SHUT, SHUT], b_u=[OPEN, SHUT], b_c=[LN2, LN2])
    _, cell = step(submission, [[0.0]], [[0.0, 0.0]], [[0.0, 0.0]], params)
    close(cell, np.array([[0.6, 0.0]]))


@pytest.mark.hint(
    en="Γ_f and Γ_u need not add up to 1. With both open the cell grows.",
    zh="Γ_f 与 Γ_u 之和不必是 1。两个门都打开时，细胞状态会增长。",
)
def test_both_gates_may_be_open(submission):
    """With both gates open the candidate is added to the old cell, which may leave [−1, 1].

    两个门都打开时，候选状态加到旧的细胞状态上，可以超出 [−1, 1]。
    """
    params = parameters(1, 1, b_f=[OPEN], b_u=[OPEN], b_c=[LN2])
    _, cell = step(submission, [[0.0]], [[0.0]], [[2.0]], params)
    close(cell, np.array([[2.6]]))


@pytest.mark.hint(
    en="a_t is Γ_o times tanh of the new cell.",
    zh="a_t 等于 Γ_o 乘以新细胞状态的 tanh。",
)
def test_the_output_gate_shows_the_squashed_cell(submission):
    """An open output gate shows tanh of the new cell, a shut one shows 0.

    输出门打开时输出新细胞状态的 tanh，关闭时输出 0。
    """
    params = parameters(2, 1, b_f=[OPEN, OPEN], b_o=[OPEN, SHUT])
    output, _ = step(submission, [[0.0]], [[0.0, 0.0]], [[LN2, LN2]], params)
    close(output, np.array([[0.6, 0.0]]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The weights act on [state, input], in that order: the first n_h columns belong to a_prev, not to c_prev.",
    zh="权重作用于 [状态, 输入]，顺序不能反：前 n_h 列对应 a_prev，不是 c_prev。",
)
def test_the_weights_act_on_the_old_output_then_the_input(submission):
    """The first column of the weights belongs to a_prev, the second to the input, and none to the cell.

    权重的第一列对应 a_prev，第二列对应输入，没有哪一列对应细胞状态。
    """
    params = parameters(1, 1, b_f=[SHUT], b_u=[OPEN], W_c=[[LN2, LN3]])
    _, cell = step(submission, [[-1.0], [0.0]], [[0.0], [1.0]], [[7.0], [7.0]], params)
    close(cell, np.array([[-0.8], [0.6]]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="joined @ W.T + b has shape (B, n_h); write the shapes beside each line.",
    zh="joined @ W.T + b 的形状是 (B, n_h)；在每一行旁边写出形状。",
)
def test_random_cells_agree_with_loops(submission, rng):
    """Random cells of all shapes agree with loops over single numbers.

    各种形状的随机单元，结果都与逐个数计算的一致。
    """
    for rows, n_h, n_x in [(4, 3, 2), (2, 2, 2), (1, 2, 5)]:
        params = {name: rng.normal(0.0, 0.8, value.shape) for name, value in parameters(n_h, n_x).items()}
        args = rng.normal(size=(rows, n_x)), rng.normal(size=(rows, n_h)), rng.normal(size=(rows, n_h))
        close(submission.lstm_cell(*args, params), oracle(*args, params))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="np.exp(10000) overflows. Only ever take exp of a number that is not positive.",
    zh="np.exp(10000) 会溢出。只对不大于 0 的数取 exp。",
)
def test_gates_are_stable_on_both_sides(submission):
    """Gates with arguments of ±10,000 are exactly open or shut, without an overflow warning.

    门的自变量为 ±10,000 时，门完全打开或关闭，没有溢出警告。
    """
    weights = [[0.0, 1e4]]
    params = parameters(1, 1, W_f=weights, W_u=weights, W_o=weights, b_c=[LN2])
    x, c = np.array([[1.0], [-1.0]]), np.array([[2.0], [2.0]])
    value = without_warning("overflow", submission.lstm_cell, x, np.zeros((2, 1)), c, params)
    close(value, (np.array([[math.tanh(2.6)], [0.0]]), np.array([[2.6], [0.0]])))


@pytest.mark.hint(
    en="An array made with the dtype of x_t cuts results down to whole numbers.",
    zh="照着 x_t 的 dtype 创建的数组，会把结果截断成整数。",
)
def test_one_hot_inputs_may_be_integers(submission):
    """x_t may hold integers; the results hold floats.

    x_t 可以是整数，结果是浮点数。
    """
    params = parameters(1, 2, b_f=[SHUT], b_u=[OPEN], W_c=[[2 * LN2, 0.0, LN3 - LN2]])
    _, cell = step(submission, np.eye(2, dtype=int), np.full((2, 1), 0.5), np.zeros((2, 1)), params)
    close(cell, np.array([[0.6], [0.8]]))


@pytest.mark.hint(
    en="c_prev *= … changes the caller's array.",
    zh="c_prev *= … 会改动调用者的数组。",
)
def test_the_arguments_are_not_modified(submission):
    """The input, both states and the parameters hold the same numbers after the call.

    调用之后输入、两个状态和各参数都保持原样。
    """
    params = parameters(1, 1, b_f=[OPEN], b_u=[OPEN], b_o=[OPEN], b_c=[LN2])
    result = unchanged(submission.lstm_cell, np.ones((1, 1)), np.ones((1, 1)), np.array([[2.0]]), params)
    close(result, (np.array([[math.tanh(2.6)]]), np.array([[2.6]])))
