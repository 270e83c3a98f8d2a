"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
import torch
from support import is_plain, lora, trainable

WEIGHT = torch.tensor([[1.0, 2.0]])
A, B = torch.eye(2), torch.tensor([[1.0, -1.0]])


def test_a_new_layer_gives_what_the_base_gives():
    """lora_B is zero, so nothing is added.

    lora_B 为零，所以没有增量。
    """
    layer = lora(WEIGHT, None, 2, 6.0)
    assert layer(torch.tensor([1.0, 1.0])).tolist() == [3.0]


def test_the_example_of_the_statement():
    """Base 4 plus 6/2 times 1 makes 7.

    base 的 4 加上 6/2 乘 1，等于 7。
    """
    layer = lora(WEIGHT, None, 2, 6.0, A, B)
    assert layer(torch.tensor([[2.0, 1.0]])).tolist() == [[7.0]]


def test_two_parameters_train():
    """Only lora_A and lora_B are trainable.

    只有 lora_A 和 lora_B 可训练。
    """
    assert trainable(WEIGHT, None, 2, 6.0) == ["lora_A", "lora_B"]


def test_merge_gives_a_plain_layer():
    """The merged weight is W + 3 B A.

    合并后的权重是 W + 3 B A。
    """
    merged = lora(WEIGHT, None, 2, 6.0, A, B).merge()
    assert is_plain(merged)
    assert merged.weight.tolist() == [[4.0, -1.0]]


def test_a_rank_below_one_is_an_error():
    """r = 0 raises ValueError.

    r = 0 抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        lora(WEIGHT, None, 0, 6.0)
