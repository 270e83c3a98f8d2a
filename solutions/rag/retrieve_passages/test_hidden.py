"""The hidden suite of retrieve_passages.

Ties are exact: equal directions along an axis, or lengths that are whole numbers. Other similarities are well apart.
"""

import numpy as np
import pytest

from grader.judge.suite import same, unchanged

QUERY = np.array([2.0, 0.0])


def fan(*degrees, length=1.0):
    """Unit vectors at these angles to QUERY, times a length or one for each."""
    angles = np.radians(degrees)
    return np.stack([np.cos(angles), np.sin(angles)], axis=1) * np.reshape(length, (-1, 1))


@pytest.mark.points(2)
def test_the_most_similar_passages_come_first(submission):
    """Passages at 80, 10, 120 and 45 degrees to the query are found in the order of the angles.

    与查询夹角为 80、10、120、45 度的段落，按夹角从小到大返回。
    """
    passages = fan(80, 10, 120, 45)
    same(submission.retrieve(QUERY, passages, 4), [1, 3, 0, 2])
    same(submission.retrieve(QUERY, passages, 2), [1, 3])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Divide each dot product by the length of its passage.",
    zh="每个点积都要除以该段落向量的长度。",
)
def test_the_length_of_a_passage_does_not_matter(submission):
    """Long vectors have no advantage over short ones, nor the reverse.

    长向量不比短向量占便宜，反之亦然。
    """
    same(submission.retrieve(QUERY, fan(70, 20, 50, 30, length=[900, 0.1, 50, 1]), 4), [1, 3, 2, 0])


@pytest.mark.hint(
    en="A small constant in the denominator makes short vectors less similar. Treat length 0 by itself.",
    zh="分母里加一个小常数，短向量的相似度就会变小。长度为 0 的情况单独处理。",
)
def test_a_tiny_passage_is_as_similar_as_a_long_one(submission):
    """A vector of length 1e-9 is ranked by its direction, too.

    长度只有 1e-9 的向量，同样按方向排序。
    """
    same(submission.retrieve(QUERY, fan(70, 20, length=[1, 1e-9]), 2), [1, 0])


def test_similarity_is_signed(submission):
    """The opposite direction is the least similar one, below a right angle.

    方向相反的最不相似，排在垂直的之后。
    """
    same(submission.retrieve(QUERY, fan(180, 95, 5), 3), [2, 1, 0])


@pytest.mark.points(2)
@pytest.mark.hint(
    en='Sort -similarity with kind="stable"; a reversed sort reverses the ties.',
    zh='对 -similarity 用 kind="stable" 排序；反转排序结果会把相等的顺序也反过来。',
)
def test_ties_go_to_the_lower_index(submission):
    """Among many equal passages the first ones are found, behind those that are better.

    许多段落相似度相等时返回靠前的，但仍排在更相似的之后。
    """
    passages = np.tile([[0.0, 3.0, 0.0], [3.0, 0.0, 4.0]], (20, 1))
    passages[30] = [5.0, 0.0, 0.0]
    same(submission.retrieve(np.array([1.0, 0.0, 0.0]), passages, 4), [30, 1, 3, 5])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="0/0 is NaN. Where the length is 0 the similarity is 0.",
    zh="0/0 是 NaN。长度为 0 时相似度为 0。",
)
def test_a_passage_of_zeros_has_similarity_zero(submission):
    """A passage of zeros ranks between the similar and the opposite ones.

    全零的段落排在相似的和相反的之间。
    """
    passages = np.concatenate([fan(170), np.zeros((1, 2)), fan(60, 100)])
    same(submission.retrieve(QUERY, passages, 4), [2, 1, 3, 0])


@pytest.mark.hint(
    en="All similarities are 0 then, so they are ties.",
    zh="这时所有相似度都是 0，也就是全部相等。",
)
def test_a_query_of_zeros_finds_the_first_passages(submission):
    """With a query of zeros all passages are ties.

    查询全零时，所有段落都相等。
    """
    same(submission.retrieve(np.zeros(2), fan(10, 170, 50), 2), [0, 1])


def test_k_may_be_larger_than_the_collection(submission):
    """All passages are found if k is N or larger, one of zeros, too.

    k 不小于 N 时返回全部段落，全零的也在内。
    """
    same(submission.retrieve(QUERY, fan(50, 10), 2), [1, 0])
    same(submission.retrieve(QUERY, np.concatenate([fan(50, 10), np.zeros((1, 2))]), 7), [1, 0, 2])
    same(submission.retrieve(QUERY, fan(50), 1), [0])


@pytest.mark.hint(
    en="passages /= norms divides the caller's array.",
    zh="passages /= norms 会把调用者的数组也除了。",
)
def test_the_arguments_are_not_modified(submission):
    """Query and passages hold the same numbers after the call.

    调用之后 query 和 passages 都保持原样。
    """
    same(unchanged(submission.retrieve, np.array([3.0, 0.0]), fan(50, 10, length=3.0), 1), [1])
