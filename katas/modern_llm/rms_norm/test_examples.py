"""The visible examples: run them with ``pytest`` beside your own file."""

import torch
from rms_norm import RMSNorm


def test_the_example_of_the_statement():
    """(3, 4) is divided by the root of 12.5.

    (3, 4) 除以 12.5 的平方根。
    """
    y = RMSNorm(2)(torch.tensor([3.0, 4.0]))
    assert torch.allclose(y, torch.tensor([0.8485281, 1.1313708]))


def test_half_precision_does_not_overflow():
    """(300, 400) in float16 gives the same, in float16.

    float16 的 (300, 400) 结果相同，dtype 也是 float16。
    """
    y = RMSNorm(2)(torch.tensor([300.0, 400.0], dtype=torch.float16))
    assert y.dtype == torch.float16
    assert torch.allclose(y.float(), torch.tensor([0.8485, 1.1314]), 2e-2)


def test_the_weight_is_a_parameter_of_ones():
    """The only parameter is weight, ones at first.

    唯一的参数是 weight，初始为 1。
    """
    norm = RMSNorm(3)
    assert [name for name, _ in norm.named_parameters()] == ["weight"]
    assert norm.weight.tolist() == [1.0, 1.0, 1.0]
