"""The hidden suite of viterbi_crf. Small cases are compared with a list of all paths.

Long ones have transitions a_i + b_j: then the steps are independent of each other, and both results are known.
"""

import math
from itertools import pairwise, product

import numpy as np
import pytest

from grader.judge.suite import close, unchanged

INF = math.inf
SIZES = ((1, 3), (4, 3), (3, 4), (5, 2), (3, 1))


def array(*values):
    return np.array(values, dtype=np.float64)


def score(path, emissions, transitions, start):
    return start[path[0]] + sum(emissions[range(len(path)), path]) + sum(transitions[i, j] for i, j in pairwise(path))


def all_scores(emissions, transitions, start):
    steps, tags = emissions.shape
    return {path: score(path, emissions, transitions, start) for path in product(range(tags), repeat=steps)}


def best(*model):
    scores = all_scores(*model)
    path = max(scores, key=scores.__getitem__)
    return list(path), scores[path]


def log_sum(*model):
    values = list(all_scores(*model).values())
    top = max(values)
    return top + math.log(math.fsum(math.exp(value - top) for value in values))


def draw(rng, steps, tags, scale=1.0):
    return scale * rng.normal(size=(steps, tags)), scale * rng.normal(size=(tags, tags)), scale * rng.normal(size=tags)


def with_forbidden():
    """Five steps, three tags: one start, one emission and two transitions are forbidden; some paths are left."""
    emissions = array([1, 3, 0], [2, 0, 2.5], [-INF, 1, 0], [0.5, 0, 2], [1, 0, 0])
    return emissions, array([0.5, -INF, 1], [2, 0, -1], [-1, 1.5, -INF]), array(0, -INF, 1)


def separable(rng, steps=1000, tags=20):
    """The largest model, and the score of each tag at each step, (T, K), which no neighbour changes."""
    emissions, _, start = draw(rng, steps, tags, 3.0)
    leaving, entering = rng.normal(size=tags), rng.normal(size=tags)
    alone = emissions.copy()
    alone[:-1] += leaving
    alone[1:] += entering
    alone[0] += start
    return (emissions, leaving[:, None] + entering, start), alone


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Decide the tags from the end, following the pointers; a choice made early may turn out wrong.",
    zh="从末尾沿着指针确定标签；过早做的选择可能是错的。",
)
def test_the_path_is_the_best_of_all(submission, rng):
    """Path and score are those of the best of all K^T paths, also where a bad first step leads to it, or with T = 1.

    返回的路径和分数与 K^T 条路径中最好的一致，哪怕它的第一步看起来不好；只有一步时也一样。
    """
    late = array([0, 0, 0], [0, 0, 10], [0, 0, 0])
    close(submission.viterbi(array([3, 2, 0], [1, 1, 0]), late, np.zeros(3)), ([1, 2], 12.0))
    close(submission.viterbi(array([9000, 9000.0001]), np.zeros((2, 2)), np.zeros(2)), ([1], 9000.0001))  # not float32
    for steps, tags in SIZES:
        model = draw(rng, steps, tags)
        close(submission.viterbi(*model), best(*model))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="transitions[i, j] goes from i to j. Which axis do you maximise over?",
    zh="transitions[i, j] 是从 i 到 j。你是对哪个轴取最大值的？",
)
def test_transitions_go_from_row_to_column(submission):
    """With transitions from 0 to 1 to 2 only, the path is 0, 1, 2.

    只有 0 → 1 → 2 的转移有分时，路径是 0、1、2。
    """
    transitions = array([0, 5, 0], [0, 0, 4], [0, 0, 0])
    close(submission.viterbi(np.zeros((3, 3)), transitions, np.zeros(3)), ([0, 1, 2], 9.0))


@pytest.mark.hint(en="Where does start enter?", zh="start 是在哪里加进去的？")
def test_start_counts_once(submission):
    """Start scores count for the first tag, and for no other.

    起始分数只算在第一个标签上。
    """
    model = array([0, 0], [1, 0], [1, 0]), np.zeros((2, 2)), array(0, 8)
    close(submission.viterbi(*model), ([1, 0, 0], 10.0))
    close(submission.log_partition(*model), log_sum(*model))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A large negative number is not -inf: it can still win against scores of -1e4.",
    zh="很大的负数不等于 -inf：分数低到 -1e4 时它仍可能胜出。",
)
def test_the_best_path_avoids_what_is_forbidden(submission):
    """Entries of -inf are never used, however bad the other paths are.

    值为 -inf 的元素绝不会用到，哪怕别的路径再差。
    """
    model = with_forbidden()
    close(submission.viterbi(*model), best(*model))
    model = array([0, 0], [-9000, -INF]), array([-1000, 500], [-INF, 500]), array(0, 0)
    close(submission.viterbi(*model), ([0, 0], -10000.0))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="K^T paths are too many, and Python's stack does not hold a thousand nested calls. Keep K numbers in a loop.",
    zh="K^T 条路径太多，Python 的栈也放不下一千层嵌套调用。用循环，每步只保留 K 个数。",
)
def test_the_best_path_of_a_thousand_steps(submission, rng):
    """A thousand steps of twenty tags are solved within the limit, also where the best path is behind until the end.

    一千步、二十个标签也能在限时内求出，哪怕最佳路径直到最后一步才领先。
    """
    model, alone = separable(rng)
    close(submission.viterbi(*model), (alone.argmax(axis=1).tolist(), alone.max(axis=1).sum()))
    emissions, transitions = np.ones((1000, 20)), np.zeros((20, 20))
    emissions[:, 0], emissions[-1, 0], transitions[1:, 0] = 0, 3000, -3000
    close(submission.viterbi(emissions, transitions, np.zeros(20)), ([0] * 1000, 3000.0))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="It is a sum over all paths: replace the maximum by a logsumexp, and take one more over the last tags.",
    zh="要对所有路径求和：把最大值换成 logsumexp，最后再对末尾的标签做一次。",
)
def test_the_partition_function_sums_over_all_paths(submission, rng):
    """On small models the result is the logarithm of the sum over all K^T paths.

    对小模型，结果等于对 K^T 条路径求和之后的对数。
    """
    for steps, tags in SIZES:
        model = draw(rng, steps, tags)
        close(submission.log_partition(*model), log_sum(*model))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="exp(1e4) overflows and exp(-1e4) is 0: stay with logarithms at each step.",
    zh="exp(1e4) 会溢出，exp(-1e4) 等于 0：每一步都要留在对数域里。",
)
def test_large_scores_are_stable(submission, rng):
    """Scores of 1e4 and of -1e4 give finite, exact results.

    分数为 1e4 和 -1e4 时，结果都是有限且准确的。
    """
    emissions, transitions, start = draw(rng, 4, 3, 400.0)
    either_way = transitions + transitions.T  # this test is not about the direction of the transitions
    for model in ((emissions, either_way, start), (np.full((2, 2), 5e3), np.zeros((2, 2)), np.zeros(2))):
        close(submission.log_partition(*model), log_sum(*model))
    model = np.full((3, 2), -2e3), np.full((2, 2), -1e3), np.full(2, -2e3)
    close(submission.log_partition(*model), -1e4 + 3 * math.log(2))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="-inf minus -inf is nan. What is the maximum of a column that is all forbidden?",
    zh="-inf 减 -inf 是 nan。整列都被禁止时，最大值是什么？",
)
def test_forbidden_paths_add_nothing(submission):
    """Paths with an entry of -inf add 0 to the sum; the result is not nan.

    含有 -inf 的路径对和的贡献是 0；结果不是 nan。
    """
    model = with_forbidden()
    close(submission.log_partition(*model), log_sum(*model))
    # Nothing can reach tag 1.
    model = array([1, 0], [2, 0], [3, 0]), array([0, -INF], [0, -INF]), array(0, -INF)
    close(submission.log_partition(*model), 6.0)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The logarithm of 0 is -inf; subtracting a maximum of -inf makes nan of it.",
    zh="0 的对数是 -inf；减去值为 -inf 的最大值，就成了 nan。",
)
def test_without_a_path_the_partition_function_is_minus_infinity(submission):
    """Where all starts, all emissions of a step or all transitions are forbidden the result is -inf.

    所有起点、某一步的所有发射，或者所有转移都被禁止时，结果是 -inf。
    """
    zeros, none = np.zeros((2, 2)), np.full((2, 2), -INF)
    close(submission.log_partition(zeros, zeros, none[0]), -INF)
    close(submission.log_partition(array([0, 0], [-INF, -INF], [0, 0]), zeros, zeros[0]), -INF)
    close(submission.log_partition(zeros, none, zeros[0]), -INF)


@pytest.mark.points(2)
def test_the_partition_function_of_a_thousand_steps(submission, rng):
    """A thousand steps of twenty tags are summed within the limit.

    一千步、二十个标签也能在限时内求和。
    """
    model, alone = separable(rng)
    top = alone.max(axis=1, keepdims=True)
    close(submission.log_partition(*model), float((top[:, 0] + np.log(np.exp(alone - top).sum(axis=1))).sum()))


@pytest.mark.hint(
    en="scores = emissions[0] is a view: scores += start writes into the caller's array.",
    zh="scores = emissions[0] 是视图：scores += start 会写进调用者的数组。",
)
def test_the_arguments_are_not_modified(submission):
    """Emissions, transitions and start hold the same numbers after the calls, and the same -inf.

    调用之后 emissions、transitions 和 start 都保持原样，其中的 -inf 也一样。
    """
    model = array([1, 0, 0], [2, 0, -INF]), array([0, 0, 1], [0, 1, -INF], [0, 1, 0]), array(0, 0.5, -INF)
    close(unchanged(submission.viterbi, *model), best(*model))
    close(unchanged(submission.log_partition, *model), log_sum(*model))
