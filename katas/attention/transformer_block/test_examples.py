"""The visible examples: run them with ``pytest`` beside your own file."""

import torch
from support import output
from transformer_block import TransformerBlock

X = torch.tensor([[[5.0, 3.0], [0.0, 4.0]]])
LINEAR = ("q_proj", "k_proj", "v_proj", "out_proj", "fc_in", "fc_out")


def zeros():
    """Return weights that are all 0, for dim 2; the norms stay."""
    wide = {"fc_in": (8, 2), "fc_out": (2, 8)}
    weights = {}
    for name in LINEAR:
        rows, columns = wide.get(name, (2, 2))
        weights[f"{name}.weight"] = torch.zeros(rows, columns)
        weights[f"{name}.bias"] = torch.zeros(rows)
    return weights


def test_sublayers_that_give_zero_leave_x_as_it_is():
    """With all weights 0 the output is x: the residual path is not normalised.

    所有权重都为 0 时，输出就是 x：残差通路没有归一化。
    """
    assert torch.allclose(output((2, 1), zeros(), X), X)


def test_the_example_of_the_statement():
    """The attention adds [1, 2] to each position.

    注意力给每个位置加上 [1, 2]。
    """
    weights = zeros()
    weights["v_proj.bias"] = torch.tensor([1.0, 2.0])
    weights["out_proj.weight"] = torch.eye(2)
    due = torch.tensor([[[6.0, 5.0], [1.0, 6.0]]])
    assert torch.allclose(output((2, 1), weights, X), due)


def test_the_output_has_the_shape_of_the_input():
    """The output is (B, T, dim).

    输出的形状是 (B, T, dim)。
    """
    block = TransformerBlock(12, 3)
    assert tuple(block(torch.zeros(2, 5, 12)).shape) == (2, 5, 12)
