"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
import torch
from multi_head_attention import MultiHeadAttention
from support import output

X = torch.tensor([[[2.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 1.0]]])


LAYERS = ("q_proj", "k_proj", "v_proj", "out_proj")
IDENTITIES = {f"{name}.weight": torch.eye(4) for name in LAYERS}
IDENTITIES |= {f"{name}.bias": torch.zeros(4) for name in LAYERS}


def test_the_example_of_the_statement():
    """Each head attends by its own two features.

    每个头按自己的两个特征来分配注意力。
    """
    found = output((4, 2), IDENTITIES, X)
    due = [1.8884, 0, 0, 0.5, 1, 0, 0, 0.6698]
    assert found.flatten().tolist() == pytest.approx(due, abs=1e-4)


def test_a_key_is_left_out():
    """Where the second key is left out, both queries get the first value.

    去掉第二个键之后，两个查询都得到第一个值。
    """
    found = output((4, 2), IDENTITIES, X, torch.tensor([[False, True]]))
    assert found.flatten().tolist() == pytest.approx([2, 0, 0, 0] * 2)


def test_the_width_must_be_a_multiple_of_the_heads():
    """Ten features can't be shared among three heads.

    10 个特征不能平分给 3 个头。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        MultiHeadAttention(10, 3)
