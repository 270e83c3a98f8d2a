"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
from retrieve_passages import retrieve

PASSAGES = np.array([[1.0, 0.0], [10.0, 10.0], [0.0, 2.0], [-1.0, 0.0]])


def test_the_example_of_the_statement():
    """The direction counts, not the length.

    看的是方向，不是长度。
    """
    assert list(retrieve(np.array([2.0, 0.0]), PASSAGES, 3)) == [0, 1, 2]


def test_ties_go_to_the_lower_index():
    """Equal similarities keep the order of the passages.

    相似度相等时保持段落的顺序。
    """
    passages = np.array([[0.0, 1.0], [1.0, 0.0], [4.0, 0.0]])
    assert list(retrieve(np.array([1.0, 0.0]), passages, 2)) == [1, 2]


def test_a_zero_vector_has_similarity_zero():
    """A passage of zeros ranks above one in the opposite direction.

    全零的段落排在方向相反的段落之前。
    """
    passages = np.array([[-1.0, 0.0], [0.0, 0.0]])
    assert list(retrieve(np.array([1.0, 0.0]), passages, 5)) == [1, 0]
