"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import numpy as np
import pytest
from kl_divergence import kl_divergence

P = np.array([0.5, 0.5, 0.0])
Q = np.array([0.25, 0.25, 0.5])


def test_the_example_of_the_statement():
    """p = (1/2, 1/2, 0) against q = (1/4, 1/4, 1/2) gives ln 2.

    p = (1/2, 1/2, 0)、q = (1/4, 1/4, 1/2) 时，结果是 ln 2。
    """
    assert float(kl_divergence(P, Q)) == pytest.approx(math.log(2.0))


def test_the_other_direction_is_infinite():
    """With the roles swapped, p rules out an outcome that q has: inf.

    交换两者之后，p 排除了 q 会出现的结果：inf。
    """
    assert float(kl_divergence(Q, P)) == math.inf


def test_equal_distributions_have_no_divergence():
    """A distribution against itself gives 0, zeros included.

    分布与自身的散度为 0，含有零元素也一样。
    """
    assert float(kl_divergence(P, P)) == pytest.approx(0.0)


def test_unequal_shapes_are_an_error():
    """Two and three outcomes can't be compared: ValueError.

    两种结果与三种结果无法比较：抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        kl_divergence(np.array([0.5, 0.5]), Q)
