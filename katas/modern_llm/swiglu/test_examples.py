"""The visible examples: run them with ``pytest`` beside your own file."""

import torch
from support import layer_with
from swiglu import SwiGLU


def test_the_example_of_the_statement():
    """2 · silu(2) · 6 is 21.139.

    2 · silu(2) · 6 等于 21.139。
    """
    weights = torch.tensor([[[1.0]], [[3.0]], [[2.0]]])
    y = layer_with(*weights)(torch.tensor([2.0]))
    assert torch.allclose(y, torch.tensor([21.1391129]))


def test_the_shape_stays():
    """The result has the shape of the input.

    结果与输入形状相同。
    """
    assert tuple(SwiGLU(4, 6)(torch.zeros(2, 3, 4)).shape) == (2, 3, 4)


def test_there_are_three_matrices_and_no_bias():
    """The parameters are the three weights, without bias.

    参数就是三个权重，没有偏置。
    """
    names = [name for name, _ in SwiGLU(4, 6).named_parameters()]
    assert sorted(names) == ["w_down.weight", "w_gate.weight", "w_up.weight"]
