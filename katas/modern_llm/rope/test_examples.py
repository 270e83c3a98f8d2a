"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
import torch
from rope import apply_rope


def test_the_example_of_the_statement():
    """At position 1 the two pairs are turned by 1 and by 0.01.

    在位置 1，两对分别旋转 1 和 0.01。
    """
    x = torch.tensor([[[[1.0, 1.0, 0.0, 0.0]]]])
    due = torch.tensor([[[[0.540302, 0.99995, 0.841471, 0.0099998]]]])
    assert torch.allclose(apply_rope(x, torch.tensor([1])), due)


def test_position_0_turns_nothing():
    """At position 0 the result equals the input.

    在位置 0，结果等于输入。
    """
    x = torch.ones(2, 3, 1, 4)
    assert torch.allclose(apply_rope(x, torch.tensor([0])), x)


def test_an_odd_width_is_an_error():
    """Three numbers can't form pairs: ValueError.

    三个数无法两两配对：抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        apply_rope(torch.ones(1, 1, 1, 3), torch.tensor([0]))
