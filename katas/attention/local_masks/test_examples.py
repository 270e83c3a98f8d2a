"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import pytest
import torch
from local_masks import alibi_bias, sliding_window_mask


def test_a_window_of_two():
    """Each query sees itself and the position before it.

    每个查询能看到自己和前一个位置。
    """
    due = [[1, 0, 0, 0], [1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 1, 1]]
    mask = sliding_window_mask(4, 2)
    assert mask.dtype == torch.bool
    assert mask.int().tolist() == due


def test_the_bias_of_the_first_of_two_heads():
    """The slope is 1/16, and later keys get -inf.

    斜率是 1/16，靠后的键是 -inf。
    """
    bias = alibi_bias(2, 2)
    assert bias.shape == (2, 2, 2)
    assert bias[0].tolist() == [[0, -math.inf], [-0.0625, 0]]


def test_bad_arguments_are_errors():
    """A window of 0 and three heads raise ValueError.

    窗口为 0、头数为 3 时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        sliding_window_mask(4, 0)
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        alibi_bias(3, 4)
