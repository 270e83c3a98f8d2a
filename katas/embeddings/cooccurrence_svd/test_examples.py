"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from cooccurrence_svd import cooccurrence, svd_embed


def test_the_counts_of_the_statement():
    """Both copies of "a" stand near "b" and near "c".

    两个 "a" 都在 "b" 和 "c" 附近。
    """
    words, counts = cooccurrence(["a", "b", "c", "a"], 2)
    assert list(words) == ["a", "b", "c"]
    assert np.asarray(counts).tolist() == [[0, 2, 2], [2, 0, 1], [2, 1, 0]]


def test_the_vectors_of_the_statement():
    """The largest singular value is 2, in the first row.

    最大的奇异值是 2，落在第一行。
    """
    vectors = svd_embed(np.array([[0.0, 2.0], [1.0, 0.0]]), 1)
    assert vectors.shape == (2, 1)
    assert np.abs(vectors[:, 0]) == pytest.approx([2.0, 0.0])


def test_all_columns_keep_all_dot_products():
    """With k = V the dot products of rows are those of the matrix.

    k = V 时，行与行的点积和原矩阵的一样。
    """
    matrix = np.array([[0.0, 2.0, 1.0], [2.0, 0.0, 3.0], [1.0, 3.0, 0.0]])
    vectors = svd_embed(matrix, 3)
    assert np.allclose(vectors @ vectors.T, matrix @ matrix.T)
