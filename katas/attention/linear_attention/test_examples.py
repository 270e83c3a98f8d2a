"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from linear_attention import linear_attention

Q, K = np.array([[0.0], [0.0]]), np.array([[0.0], [2.0]])
V = np.array([[4.0], [8.0]])


def test_the_example_of_the_statement():
    """The weights 1 and 3 give 7 to both queries.

    权重 1 和 3，两个查询都得到 7。
    """
    assert linear_attention(Q, K, V).ravel() == pytest.approx([7.0, 7.0])


def test_the_first_query_sees_the_first_key():
    """With causal=True the first query gets the first value.

    causal=True 时，第一个查询得到第一个值。
    """
    found = linear_attention(Q, K, V, causal=True)
    assert found.ravel() == pytest.approx([4.0, 7.0])


def test_the_output_has_the_width_of_the_values():
    """d = 2 and dv = 5.

    d = 2，dv = 5。
    """
    found = linear_attention(np.ones((3, 2)), np.ones((3, 2)), np.ones((3, 5)))
    assert found.shape == (3, 5)
