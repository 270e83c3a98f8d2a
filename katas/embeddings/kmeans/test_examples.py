"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from kmeans import kmeans

X = np.array([[0.0, 0.0], [0.0, 2.0], [100.0, 0.0], [100.0, 2.0]])


def test_two_clusters_far_apart():
    """The centres are (0, 1) and (100, 1), in any order.

    中心是 (0, 1) 和 (100, 1)，顺序不限。
    """
    centres, labels, _ = kmeans(X, 2, 1)
    assert sorted(np.asarray(centres).tolist()) == [[0.0, 1.0], [100.0, 1.0]]
    assert labels[0] == labels[1] != labels[2] == labels[3]


def test_the_inertia_is_a_sum_of_squares():
    """Four points at distance 1 have the inertia 4.

    四个点到中心的距离都是 1，inertia 是 4。
    """
    assert float(kmeans(X, 2, 1)[2]) == pytest.approx(4.0)


def test_more_clusters_than_points_are_an_error():
    """Five clusters of four points: ValueError.

    四个点分五个簇：抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        kmeans(X, 5, 1)
