"""The hidden suite of hierarchical_softmax. Expected values are computed by hand, or by `oracle`, bit by bit."""

import math

import numpy as np
import pytest

from grader.judge.suite import close, raises, unchanged

LN2, LN3 = math.log(2.0), math.log(3.0)
H = np.array([1.0, 0.0])
NODES = np.array([[LN3, 7.0], [0.0, -2.0], [-LN3, 5.0]])  # σ is 3/4, 1/2 and 1/4
LEAVES = [([2, 0], "00"), ([2, 0, 3], "010"), ([2, 0, 3], "011"), ([2, 1], "10"), ([2, 1], "11")]


def oracle(h, nodes, path, code):
    total = 0.0
    for node, bit in zip(path, code, strict=True):
        score = math.fsum(a * b for a, b in zip(nodes[node].tolist(), h.tolist(), strict=True))
        total += math.log(1 / (1 + math.exp(-score if bit == "0" else score)))
    return total


@pytest.mark.points(2)
@pytest.mark.hint(
    en='"0" takes σ(score), "1" takes σ(−score).',
    zh='"0" 用 σ(得分)，"1" 用 σ(−得分)。',
)
def test_bit_0_takes_the_score_and_bit_1_its_negative(submission):
    """A score of ln 3 gives 3/4 for "0" and 1/4 for "1".

    得分为 ln 3 时，"0" 的概率是 3/4，"1" 的概率是 1/4。
    """
    close(submission.hs_log_prob(H, NODES, [0], "0"), LN3 - 2 * LN2)
    close(submission.hs_log_prob(H, NODES, [0], "1"), -2 * LN2)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Bit i belongs to row path[i], not to row i.",
    zh="第 i 位对应的是第 path[i] 行，而不是第 i 行。",
)
def test_the_path_names_the_rows(submission):
    """Path [2, 1] with "01" uses row 2 and then row 1: 1/4 · 1/2; other rows do not matter.

    路径 [2, 1] 配 "01"，先用第 2 行、再用第 1 行：1/4 · 1/2；其他行没有影响。
    """
    close(submission.hs_log_prob(H, NODES, [2, 1], "01"), -3 * LN2)


@pytest.mark.points(2)
def test_the_leaves_of_a_tree_share_a_probability_of_one(submission, rng):
    """On a random tree of five leaves each agrees with the product of its branches; together they have 1.

    随机的五叶树上，每个叶子的概率都等于各分支之积，合起来是 1。
    """
    h, nodes = rng.normal(size=6), rng.normal(size=(4, 6))
    expected = [oracle(h, nodes, *leaf) for leaf in LEAVES]
    for leaf, value in zip(LEAVES, expected, strict=True):
        close(submission.hs_log_prob(h, nodes, *leaf), value)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The sigmoid underflows to 0. ln σ(x) is −np.logaddexp(0, −x).",
    zh="sigmoid 下溢成了 0。ln σ(x) 等于 −np.logaddexp(0, −x)。",
)
def test_wrong_turns_at_10000_cost_10000(submission):
    """A score of −10,000 with "0", or of 10,000 with "1", adds −10,000.

    得分 −10,000 而走 "0"，或得分 10,000 而走 "1"，都会加上 −10,000。
    """
    close(submission.hs_log_prob(H, np.array([[-1e4, 0.0], [1e4, 0.0]]), [0, 1], "01"), -2e4)


@pytest.mark.hint(
    en="exp of a large score overflows on this side as well.",
    zh="这一侧较大的得分取 exp 同样会溢出。",
)
def test_right_turns_at_10000_cost_nothing(submission):
    """A score of 10,000 with "0", or of −10,000 with "1", adds 0.

    得分 10,000 而走 "0"，或得分 −10,000 而走 "1"，都加 0。
    """
    close(submission.hs_log_prob(H, np.array([[1e4, 0.0], [-1e4, 0.0]]), [0, 1], "01"), 0.0)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="zip stops at the end of the shorter one. Compare the lengths first.",
    zh="zip 到较短的一方结束时就停止。请先比较长度。",
)
def test_unequal_lengths_raise_value_error(submission):
    """A code that is too long or too short raises ValueError, also where one of the two is empty.

    编码比路径长或短都抛出 ValueError，其中一个为空时也一样。
    """
    for path, code in [([0, 1], "0"), ([0], "01"), ([], "1"), ([2], "")]:
        raises(ValueError, submission.hs_log_prob, H, NODES, path, code)


def test_an_empty_path_gives_zero(submission):
    """A tree of a single leaf has no decision: ln 1 = 0.

    只有一个叶子的树不用做决策：ln 1 = 0。
    """
    close(submission.hs_log_prob(H, NODES, [], ""), 0.0)


def test_the_path_may_be_a_tuple(submission):
    """A tuple is as good as a list; NumPy would read nodes[(2, 1)] as one element.

    元组和列表一样可用；NumPy 会把 nodes[(2, 1)] 当作一个元素。
    """
    close(submission.hs_log_prob(H, NODES, (2, 1), "11"), LN3 - 3 * LN2)


def test_the_arguments_are_not_modified(submission):
    """Vectors, nodes and path hold the same numbers after the call.

    调用之后 h、nodes 和 path 都保持原样。
    """
    close(unchanged(submission.hs_log_prob, H, NODES, [1, 1], "01"), -2 * LN2)  # the score is 0: no sign matters
