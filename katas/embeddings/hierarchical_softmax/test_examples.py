"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import numpy as np
import pytest
from hierarchical_softmax import hs_log_prob

H = np.array([1.0, 0.0])
NODES = np.array([[0.0, 5.0], [math.log(3), 0.0]])


def test_the_example_of_the_statement():
    """A branch of 1/2 and one of 1/4 give −ln 8.

    概率为 1/2 和 1/4 的两个分支，得到 −ln 8。
    """
    log_p = hs_log_prob(H, NODES, [0, 1], "01")
    assert float(log_p) == pytest.approx(-math.log(8))


def test_three_leaves_sum_to_one():
    """The codes "00", "01" and "1" are all leaves of this tree.

    这棵树的全部叶子是 "00"、"01" 和 "1"。
    """
    leaves = [([0, 1], "00"), ([0, 1], "01"), ([0], "1")]
    total = sum(math.exp(hs_log_prob(H, NODES, *leaf)) for leaf in leaves)
    assert total == pytest.approx(1.0)


def test_unequal_lengths_are_an_error():
    """A path of one node and a code of two bits raise ValueError.

    路径只有一个节点而编码有两位时，抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        hs_log_prob(H, NODES, [0], "01")
