"""The hidden suite of info_nce.

Expected values are computed by hand, or by `oracle`, by loops over pairs. A floor in the norm may cost some digits, so
the tolerance is that of float32.
"""

import math

import pytest
import torch

from grader.judge.suite import close, kind, require, unchanged, vjp

X = torch.eye(2)
LN2 = math.log(2.0)


def oracle(queries, keys, temperature=0.05):
    """The mean over rows, one pair at a time, for vectors other than zero."""
    losses = []
    for i, q in enumerate(queries):
        scores = torch.stack([q.dot(k) / (q.dot(q) * k.dot(k)).sqrt() for k in keys]) / temperature
        losses.append(scores.logsumexp(0) - scores[i])
    return sum(losses) / len(losses)


def near(actual, expected):
    close(actual, torch.as_tensor(expected), rtol=1e-4, atol=1e-6)


def vectors(rng, *shape):
    return torch.from_numpy(rng.normal(size=shape))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The positive pair stands in the denominator too.",
    zh="分母里也有正样本。",
)
def test_each_query_is_classified_among_all_keys(submission):
    """Cosines of 1 and 0 at temperature 1 give ln(1 + 1/e).

    余弦为 1 和 0，温度为 1，得到 ln(1 + 1/e)。
    """
    near(submission.info_nce(X, X, 1.0), math.log(1 + math.exp(-1)))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Divide each vector by its own length first.",
    zh="先把每个向量除以它自己的长度。",
)
def test_the_lengths_of_vectors_do_not_matter(submission):
    """Queries and keys of any length give the loss of vectors of length 1.

    query 和 key 的长度任意，损失与长度为 1 时相同。
    """
    queries, keys = torch.tensor([[3.0, 0.0], [0.0, 0.1]]), torch.tensor([[0.0, 0.2], [7.0, 0.0]])
    near(submission.info_nce(queries, keys, 0.05), math.log(1 + math.exp(20)))


@pytest.mark.points(2)
def test_the_temperature_divides(submission):
    """Cosines of 1 and 0 at temperature 1/2 give ln(1 + 1/e²), and swapped keys ln(1 + e²).

    余弦为 1 和 0，温度为 1/2，得到 ln(1 + 1/e²)；key 调换之后是 ln(1 + e²)。
    """
    near(submission.info_nce(X, X, temperature=0.5), math.log(1 + math.exp(-2)))
    near(submission.info_nce(X, X.flip(0), temperature=0.5), math.log(1 + math.exp(2)))


def test_the_default_temperature(submission):
    """Without a temperature it is 0.05: swapped keys cost ln(1 + e²⁰).

    不给温度时，温度是 0.05：key 调换之后，损失是 ln(1 + e²⁰)。
    """
    near(submission.info_nce(X, X.flip(0)), math.log(1 + math.exp(20)))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The softmax runs over keys, so over the columns of queries @ keys.T.",
    zh="softmax 是对 key 做的，也就是 queries @ keys.T 的列方向。",
)
def test_negatives_are_keys_and_not_queries(submission):
    """Two equal queries tell which: both see the cosines 1 and 0, and the mean is 1/2 + ln(1 + 1/e).

    用两个相同的 query 就能看出方向：两行的余弦都是 1 和 0，均值是 1/2 + ln(1 + 1/e)。
    """
    near(submission.info_nce(X[[0, 0]], X, 1.0), 0.5 + math.log(1 + math.exp(-1)))


@pytest.mark.points(2)
def test_random_batches_agree_with_a_loop(submission, rng):
    """On random batches the mean over rows agrees with a loop over pairs.

    对随机的批，各行的均值与逐对计算一致。
    """
    for b, d in [(3, 3), (5, 2), (2, 7)]:
        queries, keys = vectors(rng, b, d), vectors(rng, b, d)
        near(submission.info_nce(queries, keys, 0.2), oracle(queries, keys, 0.2))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Keys get a gradient too: no detach, no no_grad.",
    zh="key 也要有梯度：不要 detach，也不要 no_grad。",
)
def test_gradients_reach_queries_and_keys(submission, rng):
    """The gradients for both agree with those of the formula.

    对两者的梯度都与公式一致。
    """
    args = [vectors(rng, 4, 3).requires_grad_() for _ in range(2)]
    expected = torch.autograd.grad(oracle(*args, 0.5), args)
    actual = vjp(submission.info_nce, (args[0].detach(), args[1].detach(), 0.5), torch.tensor(1.0).double())
    for index in range(2):
        near(actual[index], expected[index])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="0 / 0 is NaN. Give the norm a floor, as F.normalize does.",
    zh="0 / 0 是 NaN。给范数一个下限，F.normalize 就是这么做的。",
)
def test_a_zero_vector_has_the_similarity_0(submission):
    """A zero query, or a zero key, has the similarity 0 to everything.

    query 或 key 为零向量时，它与任何向量的相似度都是 0。
    """
    near(submission.info_nce(torch.zeros(2, 2), X, 1.0), LN2)
    keys = torch.tensor([[0.0, 0.0], [0.0, 3.0]])
    near(submission.info_nce(X, keys, 1.0), (LN2 + math.log(1 + math.exp(-1))) / 2)


@pytest.mark.hint(
    en="The derivative of a square root at 0 is infinite. Put the floor under the root, or use x.norm().",
    zh="平方根在 0 处的导数是无穷大。把下限放到根号里，或者改用 x.norm()。",
)
def test_a_zero_vector_gives_no_nan_in_gradients(submission):
    """Beside a zero query the keys have the gradients of the formula, and no gradient of a query is NaN.

    有零向量的 query 时，key 的梯度仍与公式一致，query 的梯度里没有 NaN。
    """
    queries = torch.tensor([[0.0, 0.0], [0.0, 1.0]])
    gradients = vjp(submission.info_nce, (queries, X, 1.0), torch.tensor(1.0))
    near(gradients[1], torch.tensor([[0.0, 0.5 / (1 + math.e)], [0.0, 0.0]]))
    fine = kind(gradients[0]) == "tensor of shape (2, 2)" and not gradients[0].isnan().any()
    require(fine, "a gradient of the queries is NaN", "query 的梯度里有 NaN", gradients[0])


def test_a_single_pair_costs_nothing(submission):
    """With B = 1 there is no negative: the loss is 0.

    B = 1 时没有负样本：损失为 0。
    """
    near(submission.info_nce(X[:1], X[1:]), 0.0)


def test_the_arguments_are_not_modified(submission):
    """Queries and keys hold the same numbers after the call.

    调用之后 queries 和 keys 都保持原样。
    """
    unchanged(submission.info_nce, 2 * X, 3 * X, 1.0)
