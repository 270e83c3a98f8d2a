"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import pytest
import torch
from grouped_query_attention import grouped_query_attention


def test_the_example_of_the_statement():
    """Two query heads share a key head: 4, 6 and 4, 7.

    两个 query 头共用一个 key 头：结果是 4、6 和 4、7。
    """
    q = torch.tensor([[[[0.0], [0.0]], [[0.0], [math.log(3)]]]])
    k, v = torch.tensor([[[[0.0], [1.0]]]]), torch.tensor([[[[4.0], [8.0]]]])
    due = torch.tensor([[[[4.0], [6.0]], [[4.0], [7.0]]]])
    assert torch.allclose(grouped_query_attention(q, k, v), due)


def test_the_first_position_sees_only_itself():
    """At position 0 every head returns its group's value.

    在位置 0，每个头都返回所在组的 value。
    """
    q, k = torch.ones(1, 4, 3, 2), torch.ones(1, 2, 3, 2)
    v = torch.arange(12.0).reshape(1, 2, 3, 2)
    first = grouped_query_attention(q, k, v)[:, :, 0]
    assert torch.allclose(first, v[:, [0, 0, 1, 1], 0])


def test_heads_that_can_not_be_grouped_are_an_error():
    """Three query heads for two key heads: ValueError.

    三个 query 头配两个 key 头：抛出 ValueError。
    """
    kv = torch.ones(1, 2, 4, 2)
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        grouped_query_attention(torch.ones(1, 3, 4, 2), kv, kv)
