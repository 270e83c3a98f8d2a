"""Hidden suite of online_attention. The oracle is a plain softmax over all keys, query by query."""

import math

import numpy as np
import pytest

from grader.judge.suite import close, raises, unchanged

COUNT, SIZE, WIDTH = 1_152, 1_024, 124  # 1,152 blocks of 1 MB: 1.2 GB where 1 GB is allowed, nearly all of it values


@pytest.fixture
def support(submission, support):
    _ = submission.online_attention  # a file that lacks it is told so here, in the words of all katas
    return support


def drawn(rng, queries, sizes, width=3, values=5):
    """q and blocks of these sizes."""
    return rng.normal(size=(queries, width)), [
        (rng.normal(size=(b, width)), rng.normal(size=(b, values))) for b in sizes
    ]


def attention(q, blocks):
    k, v = (np.concatenate(part) for part in zip(*blocks, strict=True))
    rows = []
    for query in q:
        scores = [math.fsum(query * key) / math.sqrt(len(query)) for key in k]
        weights = np.exp(np.array(scores) - max(scores))
        rows.append(weights @ v / weights.sum())
    return np.array(rows)


def scored(*blocks):
    """One query of width 1, and blocks of these scores with the values 1, 2, 3, … in order."""
    value, given = 0, []
    for scores in blocks:
        given.append((np.array(scores)[:, None], np.arange(value + 1.0, value + 1 + len(scores))[:, None]))
        value += len(scores)
    return np.array([[1.0]]), given


@pytest.mark.points(2)
def test_one_block_is_plain_attention(submission, rng):
    """With a single block it is softmax(q kᵀ / √d) v.

    只有一块时就是 softmax(q kᵀ / √d) v。
    """
    given = drawn(rng, 4, [6])
    close(submission.online_attention(*given), attention(*given))


@pytest.mark.points(3)
@pytest.mark.hint(
    en="When the maximum grows, shrink both sums by exp(old − new) before you add the block.",
    zh="最大值变大时，先把两个和都乘以 exp(旧 − 新)，再加上这一块。",
)
@pytest.mark.parametrize("sizes", [[2, 5, 1, 3], [1, 1, 1], [40, 2]])
def test_blocks_of_unequal_sizes_count_as_one(submission, rng, sizes):
    """The result is that of all keys together, however they are cut into blocks.

    无论怎样分块，结果都等于所有键合在一起的结果。
    """
    q, blocks = drawn(rng, 4, sizes)
    close(submission.online_attention(3 * q, blocks), attention(3 * q, blocks))


@pytest.mark.hint(
    en="A maximum over no scores does not exist: skip the block.",
    zh="没有分数就没有最大值：跳过这一块。",
)
def test_empty_blocks_change_nothing(submission, rng):
    """Empty blocks at the beginning, in the middle and at the end add nothing.

    开头、中间和末尾的空块都不增加任何东西。
    """
    q, blocks = drawn(rng, 2, [0, 3, 0, 0, 2, 0])
    close(submission.online_attention(0 * q, blocks), attention(0 * q, blocks))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A first pass for the maximum and a second one for the sums is one too many.",
    zh="先遍历一次求最大值，再遍历一次求和，就多了一遍。",
)
def test_blocks_can_be_gone_through_once(support, rng):
    """The blocks may come from a generator.

    各块可以来自生成器。
    """
    given = drawn(rng, 3, [2, 4, 3])
    close(support.once(*given), attention(*given))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Subtract the largest score so far from the scores, and start with −inf, not with 0.",
    zh="从分数中减去目前的最大值，起始值用 −inf 而不是 0。",
)
@pytest.mark.parametrize(
    ("blocks", "due"),
    [
        ([[-1e4, 0.0], [9e3], [1e4, 1e4]], 4.5),  # rising
        ([[1e4, 1e4], [9e3, 0.0], [-1e4]], 1.5),  # falling
        ([[-1e4], [-1e4, -1e4]], 2.0),  # all very negative
        ([[-1e4, -9e3], [-9e3]], 2.5),
    ],
)
def test_large_scores_are_stable(submission, blocks, due):
    """Scores of ±10,000, in any order, give neither an overflow nor nan.

    分数为 ±10,000 时，无论什么顺序，都不会溢出，也不会出现 nan。
    """
    close(submission.online_attention(*scored(*blocks)), np.array([[due]]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Keep one maximum per query, not one for all.",
    zh="每个查询保留自己的最大值，而不是全体共用一个。",
)
def test_each_query_has_its_own_maximum(submission):
    """A query with scores of −100 is not disturbed by one with scores of 10,000.

    分数为 −100 的查询不受分数为 10,000 的查询影响。
    """
    q = np.array([[100.0], [-1.0]])  # scores of 10,000 and of −100
    blocks = [(np.array([[100.0]]), np.array([[1.0]])), (np.array([[100.0]]), np.array([[3.0]]))]
    close(submission.online_attention(q, blocks), np.array([[2.0], [2.0]]))


@pytest.mark.points(3)
@pytest.mark.hint(
    en="Forget each block once its sums are made: no list of blocks, of keys or of scores.",
    zh="每一块累加完就丢掉：不要保存块、键或分数的列表。",
)
def test_the_blocks_need_not_fit_into_memory(support):
    """Blocks of 1.2 GB in all, made on the way, go through with the memory of a few of them.

    总共 1.2 GB、边用边生成的各块，只占几块的内存就能处理完。
    """
    found = support.large(np.ones((2, 4)), COUNT, SIZE, WIDTH)
    close(found, np.full((2, WIDTH), (COUNT - 1) / 2))


@pytest.mark.parametrize("sizes", [[], [0, 0]])
def test_no_key_is_an_error(submission, rng, sizes):
    """No blocks, or only empty ones, raise ValueError.

    没有块，或者只有空块时，抛出 ValueError。
    """
    raises(ValueError, submission.online_attention, *drawn(rng, 2, sizes))


def test_arguments_stay_unchanged(submission):
    """Neither q nor the blocks are modified.

    不修改 q 和各块。
    """
    q, values = np.ones((3, 4)), np.full((2, 2), 3.0)  # equal values: their mean is 3 whatever the weights
    blocks = [(np.zeros((2, 4)), values), (np.ones((2, 4)), values)]
    close(unchanged(submission.online_attention, q, blocks), np.full((3, 2), 3.0))
