"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
import torch
from cross_attention import CrossAttention
from support import output

WEIGHTS = {
    "q_proj.weight": torch.eye(2),
    "k_proj.weight": torch.tensor([[1.0], [0.0]]),
    "v_proj.weight": torch.tensor([[0.0], [1.0]]),
    "out_proj.weight": torch.eye(2),
}
LAYERS = ("q_proj", "k_proj", "v_proj", "out_proj")
WEIGHTS |= {f"{name}.bias": torch.zeros(2) for name in LAYERS}
X = torch.tensor([[[1.4142, 0.0]]])
MEMORY = torch.tensor([[[0.0], [1.0986]]])


def test_the_example_of_the_statement():
    """Three quarters of the attention go to the second position.

    四分之三的注意力落在第二个位置上。
    """
    found = output((2, 1, 1), WEIGHTS, X, MEMORY)
    assert found.flatten().tolist() == pytest.approx([0, 0.824], abs=1e-4)


def test_a_memory_position_is_left_out():
    """Only the first position is left.

    只剩第一个位置。
    """
    mask = torch.tensor([[False, True]])
    found = output((2, 1, 1), WEIGHTS, X, MEMORY, mask)
    assert found.flatten().tolist() == pytest.approx([0, 0], abs=1e-4)


def test_the_output_has_the_shape_of_x():
    """The lengths and widths of x and memory are independent.

    x 与 memory 的长度和宽度互不相关。
    """
    layer = CrossAttention(6, 10, 3)
    found = layer(torch.zeros(2, 4, 6), torch.zeros(2, 7, 10))
    assert tuple(found.shape) == (2, 4, 6)


def test_the_width_must_be_a_multiple_of_the_heads():
    """Ten features can't be shared among three heads.

    10 个特征不能平分给 3 个头。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        CrossAttention(10, 9, 3)
