"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from attention_backward import attention_backward

Q, K = np.array([[1.0]]), np.array([[0.0], [np.log(3)]])
V, D_OUT = np.array([[2.0], [6.0]]), np.array([[1.0]])


def test_the_example_of_the_statement():
    """One query with the weights 1/4 and 3/4.

    一个查询，权重是 1/4 和 3/4。
    """
    dq, dk, dv = attention_backward(Q, K, V, D_OUT)
    assert dq == pytest.approx(0.75 * np.log(3))
    assert dk.ravel() == pytest.approx([-0.75, 0.75])
    assert dv.ravel() == pytest.approx([0.25, 0.75])


def test_the_last_query_sees_everything():
    """A single query is the last position, so the mask changes nothing.

    只有一个查询时它就是最后的位置，掩码不改变任何东西。
    """
    dq, _, dv = attention_backward(Q, K, V, D_OUT, causal=True)
    assert dq == pytest.approx(0.75 * np.log(3))
    assert dv.ravel() == pytest.approx([0.25, 0.75])


def test_gradients_have_the_shapes_of_their_arguments():
    """Three queries, five keys, widths 2 and 4.

    三个查询，五个键，宽度为 2 和 4。
    """
    shapes = (3, 2), (5, 2), (5, 4)
    found = attention_backward(*map(np.ones, shapes), np.ones((3, 4)))
    assert tuple(one.shape for one in found) == shapes
