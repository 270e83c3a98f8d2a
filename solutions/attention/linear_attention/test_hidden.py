"""Hidden suite of linear_attention. The oracle computes all weights, query by query, with `math`."""

import math

import numpy as np
import pytest

from grader.judge.suite import close, unchanged

LONG = 20_000  # a T × T array takes 3.2 GB where 1 GB is allowed


def drawn(rng, length, width, values):
    return [rng.uniform(-5, 5, size=(length, width)) for _ in range(2)] + [rng.normal(size=(length, values))]


def phi(x):
    return x + 1 if x > 0 else math.exp(x)


def row(i, q, k, v, causal=False):
    end = i + 1 if causal else len(k)
    weights = [math.fsum(phi(a) * phi(b) for a, b in zip(q[i], key, strict=True)) for key in k[:end]]
    return np.array(weights) @ v[:end] / math.fsum(weights)


def attention(q, k, v, causal=False):
    return np.array([row(i, q, k, v, causal) for i in range(len(q))])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="φ(x) is x + 1 above 0 and exp(x) below; it is applied to q and to k.",
    zh="φ(x) 在 0 以上是 x + 1，以下是 exp(x)；q 和 k 都要经过它。",
)
def test_both_branches_of_the_features(submission):
    """φ(2) = 3, φ(0) = 1 and φ(−ln 4) = 1/4 are the weights of the keys.

    φ(2) = 3、φ(0) = 1、φ(−ln 4) = 1/4 就是各键的权重。
    """
    k, v = np.array([[2.0], [0.0], [-math.log(4)]]), np.array([[1.0, 0.0], [0.0, 0.0], [0.0, 1.0]])
    close(submission.linear_attention(np.ones((3, 1)), k, v), np.array([[3.0, 0.25]] * 3) / 4.25)


@pytest.mark.hint(
    en="Below 0 the feature is exp(x), which falls towards 0.",
    zh="0 以下的特征是 exp(x)，它逐渐趋于 0。",
)
def test_the_features_fall_below_zero(submission):
    """φ(0) = 1, φ(−ln 2) = 1/2 and φ(−ln 4) = 1/4 are the weights of the keys.

    φ(0) = 1、φ(−ln 2) = 1/2、φ(−ln 4) = 1/4 就是各键的权重。
    """
    k = -np.log(np.array([[1.0], [2.0], [4.0]]))
    close(submission.linear_attention(k, k, np.eye(3)), np.array([[4.0, 2.0, 1.0]] * 3) / 7)


@pytest.mark.points(2)
@pytest.mark.parametrize("sizes", [(5, 3, 2), (4, 4, 4), (1, 2, 3), (6, 1, 1)])
def test_every_query_sees_every_key(submission, rng, sizes):
    """Without causal the output follows the formula over all positions.

    不加 causal 时，输出按公式对所有位置求和。
    """
    given = drawn(rng, *sizes)
    close(submission.linear_attention(*given), attention(*given))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Add position i to both sums before you compute output i.",
    zh="先把位置 i 加到两个和里，再算输出 i。",
)
@pytest.mark.parametrize("sizes", [(5, 3, 2), (4, 4, 4), (1, 2, 3)])
def test_causal_queries_see_no_later_key(submission, rng, sizes):
    """With causal=True output i follows the formula over j ≤ i.

    causal=True 时，输出 i 按公式对 j ≤ i 求和。
    """
    given = drawn(rng, *sizes)
    close(submission.linear_attention(*given, causal=True), attention(*given, causal=True))


@pytest.mark.points(2)
@pytest.mark.parametrize("causal", [False, True])
@pytest.mark.hint(
    en="No array of T × T: bracket the product as φ(q) (φ(k)ᵀ v).",
    zh="不要有 T × T 的数组：按 φ(q) (φ(k)ᵀ v) 结合。",
)
def test_long_sequences_fit_into_memory(submission, rng, causal):
    """A length of 20,000 fits into memory, with causal and without.

    长度为 20,000 时，不论是否 causal 都放得进内存。
    """
    v = np.repeat(np.arange(1.0, LONG + 1)[:, None], 4, axis=1)
    ones = np.zeros((LONG, 4))  # equal weights: a mean of 1 … T, or of 1 … i
    due = (v + 1) / 2 if causal else np.full(v.shape, (LONG + 1) / 2)
    close(submission.linear_attention(ones, ones, v, causal), due)


@pytest.mark.parametrize("causal", [False, True])
@pytest.mark.hint(
    en="Divide by the sum of the same weights that multiply the values.",
    zh="除以的应当是与值相乘的同一组权重之和。",
)
def test_the_weights_sum_to_one(submission, rng, causal):
    """Where all values are 3 the output is 3 everywhere.

    所有的值都为 3 时，输出处处为 3。
    """
    q, k, v = drawn(rng, 4, 2, 3)
    due = np.full_like(v, 3.0)
    close(submission.linear_attention(q, k, due.copy(), causal), due)


def test_the_first_causal_output_is_the_first_value(submission, rng):
    """With causal=True the first output is the first value, whatever q and k.

    causal=True 时，无论 q 和 k 是什么，第一个输出就是第一个值。
    """
    q, k, v = drawn(rng, 1, 3, 2)
    close(submission.linear_attention(q, k, v, causal=True), v)


@pytest.mark.parametrize("causal", [False, True])
def test_entries_at_the_ends_of_the_range(submission, causal):
    """Entries of −5 and 5 have the features exp(−5) and 6, also where the weights sum to exp(−10) only.

    元素为 −5 和 5 时，特征是 exp(−5) 和 6；权重之和只有 exp(−10) 时也一样。
    """
    q, k = np.array([[-5.0, 5.0], [5.0, -5.0], [-5.0, -5.0]]), np.array([[5.0, -5.0], [-5.0, -5.0], [5.0, 5.0]])
    given = q, k, np.array([[1.0], [2.0], [4.0]])
    close(submission.linear_attention(*given, causal), attention(*given, causal))
    low = np.full((1, 1), -5.0)
    close(submission.linear_attention(low, low, np.array([[3.0]]), causal), np.array([[3.0]]))


@pytest.mark.parametrize("causal", [False, True])
def test_arguments_stay_unchanged(submission, rng, causal):
    """No argument is modified.

    不修改任何参数。
    """
    given = drawn(rng, 4, 2, 3)
    unchanged(submission.linear_attention, *given, causal)
