"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
import torch
from causal_attention import causal_attention

KEYS = torch.ones(1, 1, 2, 1)
VALUES = torch.tensor([2.0, 6.0]).view(1, 1, 2, 1)


def test_the_example_of_the_statement():
    """The first query gets 2, the second the mean of 2 and 6.

    第一个查询得到 2，第二个得到 2 和 6 的平均值。
    """
    output = causal_attention(KEYS, KEYS, VALUES)
    assert output.flatten().tolist() == pytest.approx([2.0, 4.0])


def test_a_single_query_is_the_last_position():
    """One query with two keys sees both of them.

    一个查询、两个键时，查询能看到两个键。
    """
    output = causal_attention(KEYS[:, :, 1:], KEYS, VALUES)
    assert output.flatten().tolist() == pytest.approx([4.0])


def test_more_queries_than_keys_are_an_error():
    """Three queries with two keys raise ValueError.

    三个查询、两个键时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        causal_attention(torch.ones(1, 1, 3, 1), KEYS, VALUES)
