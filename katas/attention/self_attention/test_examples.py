"""The visible examples: run them with ``pytest`` beside your own file."""

import torch
from self_attention import SelfAttention
from support import identity_layer


def test_the_example_of_the_statement():
    """The two positions of the statement mostly look at themselves.

    题面中的两个位置主要关注自己。
    """
    x = torch.tensor([[[2.0, 0.0, 0.0, 0.0], [0.0, 2.0, 0.0, 0.0]]])
    output, weights = identity_layer(4)(x)
    expected = torch.tensor([[[0.8808, 0.1192], [0.1192, 0.8808]]])
    assert torch.allclose(weights, expected, atol=1e-4)
    expected = torch.zeros(1, 2, 4)
    expected[0, :, :2] = torch.tensor([[1.7616, 0.2384], [0.2384, 1.7616]])
    assert torch.allclose(output, expected, atol=1e-4)


def test_a_single_position_can_only_look_at_itself():
    """A sequence of one position gets the weight 1 and its own value.

    只有一个位置的序列，权重是 1，输出就是它自己的值。
    """
    x = torch.tensor([[[1.0, -2.0, 3.0, 0.5]]])
    output, weights = identity_layer(4)(x)
    assert weights.tolist() == [[[1.0]]]
    assert torch.allclose(output, x)


def test_shapes_follow_the_batch_the_length_and_the_width():
    """The output is (B, T, H) and the weights are (B, T, T).

    输出的形状是 (B, T, H)，权重的形状是 (B, T, T)。
    """
    output, weights = SelfAttention(8)(torch.zeros(3, 5, 8))
    assert tuple(output.shape) == (3, 5, 8)
    assert tuple(weights.shape) == (3, 5, 5)


def test_evaluation_is_without_chance():
    """After eval() two calls give the same, and equal positions share equally.

    调用 eval() 之后，两次结果相同，且相同的位置平分注意力。
    """
    layer = SelfAttention(8)
    layer.eval()
    x = torch.ones(4, 10, 8)
    first, second = layer(x), layer(x)
    assert torch.equal(first[0], second[0])
    assert torch.allclose(first[1], torch.full((4, 10, 10), 0.1))
