"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from online_attention import online_attention
from support import once

Q = np.array([[1.0]])
FIRST = (np.array([[0.0]]), np.array([[2.0]]))
SECOND = (np.array([[np.log(3)], [0.0]]), np.array([[6.0], [4.0]]))


def test_the_example_of_the_statement():
    """Two blocks give what their keys together give.

    两块的结果等于所有键合在一起的结果。
    """
    assert online_attention(Q, [FIRST, SECOND]) == pytest.approx(4.8)


def test_the_order_of_the_blocks_does_not_matter():
    """A generator with the blocks in the other order gives the same.

    用生成器按相反的顺序给出各块，结果相同。
    """
    assert once(Q, [SECOND, FIRST]) == pytest.approx(4.8)


def test_no_key_is_an_error():
    """No block at all raises ValueError.

    一块也没有时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        online_attention(Q, [])
