"""The hidden suite of swiglu. Values are worked by hand, or come from `oracle`, the formula with plain matrices."""

import math

import pytest
import torch

from grader.judge.suite import close, parameter_gradients, same, unchanged, vjp

ONE = torch.ones(1, 1, dtype=torch.float64)
NAMES = ("w_gate.weight", "w_up.weight", "w_down.weight")


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def oracle(x, gate, up, down):
    z = x @ gate.T
    return (z / (1 + torch.exp(-z)) * (x @ up.T)) @ down.T


def draw(rng, dim, hidden):
    shapes = ((hidden, dim), (hidden, dim), (dim, hidden))
    return [torch.from_numpy(rng.normal(size=shape)) for shape in shapes]


@pytest.mark.points(2)
@pytest.mark.hint(
    en="silu(z) is z times the sigmoid of z; it is neither the sigmoid nor GELU nor ReLU.",
    zh="silu(z) 是 z 乘以 z 的 sigmoid；不是 sigmoid，也不是 GELU 或 ReLU。",
)
def test_the_activation_is_silu(submission, support):
    """With all weights 1, x gives silu(x) · x.

    权重都为 1 时，x 的结果是 silu(x) · x。
    """
    x = torch.tensor([[2.0], [-1.0], [0.5]], dtype=torch.float64)
    due = [[4 * sigmoid(2)], [sigmoid(-1)], [0.25 * sigmoid(0.5)]]
    close(support.layer_with(ONE, ONE, ONE)(x), torch.tensor(due, dtype=torch.float64))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="silu acts on w_gate x only, before the product.",
    zh="silu 只作用在 w_gate x 上，而且在相乘之前。",
)
def test_the_activation_is_on_the_gate(submission, support):
    """With w_gate = -1, w_up = 3 and x = 2 the product is silu(-2) · 6.

    w_gate = -1、w_up = 3、x = 2 时，乘积是 silu(-2) · 6。
    """
    y = support.layer_with(-ONE, 3 * ONE, ONE)(torch.tensor([2.0], dtype=torch.float64))
    close(y, torch.tensor([-12 * sigmoid(-2)], dtype=torch.float64))


@pytest.mark.points(2)
def test_random_weights_agree_with_the_formula(submission, support, rng):
    """dim and hidden may differ, and any axes may come before the last one; the input stays as it is.

    dim 与 hidden 可以不同，最后一维之前可以有任意多维；输入保持原样。
    """
    weights = draw(rng, 3, 5)
    layer = support.layer_with(*weights)
    for shape in ((3,), (2, 4, 3)):
        x = torch.from_numpy(rng.normal(size=shape))
        close(unchanged(layer, x), oracle(x, *weights))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="nn.Linear has a bias unless you say bias=False.",
    zh="nn.Linear 默认带偏置，除非写明 bias=False。",
)
def test_the_parameters_are_three_weights(submission, support):
    """w_gate and w_up are (hidden, dim), w_down is (dim, hidden), and there is no bias.

    w_gate 和 w_up 的形状是 (hidden, dim)，w_down 是 (dim, hidden)，没有偏置。
    """
    same(support.shapes(3, 5), dict(zip(NAMES, [(5, 3), (5, 3), (3, 5)], strict=True)))


def test_large_gates_are_finite(submission, support):
    """In float32 a gate of 1000 stays 1000, and one of -1000 gives 0.

    float32 下，门的输入为 1000 时结果是 1000，为 -1000 时结果是 0。
    """
    gate = torch.tensor([[1000.0]])
    y = support.layer_with(gate, gate / 1000, gate / 1000)(torch.tensor([[1.0], [-1.0]]))
    close(y, torch.tensor([[1000.0], [0.0]]))


@pytest.mark.points(2)
def test_gradients_reach_the_input_and_all_weights(submission, support, rng):
    """The gradients for x and the three weights are those of the formula.

    x 和三个权重的梯度与公式一致。
    """
    weights = draw(rng, 3, 4)
    x, cotangent = torch.from_numpy(rng.normal(size=(2, 2, 3)))
    leaves = [tensor.clone().requires_grad_() for tensor in (x, *weights)]
    due = torch.autograd.grad((oracle(*leaves) * cotangent).sum(), leaves)
    layer = support.layer_with(*weights)
    close(vjp(layer, (x,), cotangent), [due[0]])
    close(parameter_gradients(layer, (x,), cotangent), dict(zip(NAMES, due[1:], strict=True)))


def test_the_gate_multiplies(submission, support):
    """With w_up = 0 the result is 0, whatever the gate is.

    w_up = 0 时结果为 0，不管门是多少。
    """
    y = support.layer_with(3 * ONE, 0 * ONE, ONE)(torch.tensor([2.0], dtype=torch.float64))
    close(y, torch.tensor([0.0], dtype=torch.float64))


def test_the_other_branch_is_linear(submission, support):
    """Turning the sign of w_up turns the sign of the result.

    w_up 变号，结果也只是变号。
    """
    y = support.layer_with(ONE, -ONE, ONE)(torch.tensor([1.0], dtype=torch.float64))
    close(y, torch.tensor([-sigmoid(1)], dtype=torch.float64))
