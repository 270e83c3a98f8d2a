"""Hidden suite of attention_backward. The oracle goes query by query, with the whole Jacobian of the softmax."""

import math

import numpy as np
import pytest

from grader.judge.suite import close, require, unchanged


def drawn(rng, queries, keys, width, values):
    """q, k, v and d_out."""
    return [rng.normal(size=size) for size in ((queries, width), (keys, width), (keys, values), (queries, values))]


def gradients(q, k, v, d_out, causal=False):
    d_q, d_k, d_v = np.zeros_like(q), np.zeros_like(k), np.zeros_like(v)
    root = math.sqrt(q.shape[1])
    for i, query in enumerate(q):
        seen = len(k) - len(q) + i + 1 if causal else len(k)
        scores = k[:seen] @ query / root
        p = np.exp(scores - scores.max())
        p /= p.sum()
        jacobian = np.diag(p) - np.outer(p, p)
        d_scores = jacobian @ (v[:seen] @ d_out[i])
        d_q[i] = d_scores @ k[:seen] / root
        d_k[:seen] += np.outer(d_scores, query) / root
        d_v[:seen] += np.outer(p, d_out[i])
    return d_q, d_k, d_v


def test_values_get_the_weights(submission):
    """The gradient of the values is Pᵀ d_out: with weights of 1/4 and 3/4 it is 1/4 and 3/4 of d_out.

    值的梯度是 Pᵀ d_out：权重为 1/4 和 3/4 时，就是 d_out 的 1/4 和 3/4。
    """
    k, v = np.array([[0.0], [math.log(3)]]), np.zeros((2, 2))  # values of 0: nothing reaches q and k
    found = submission.attention_backward(np.array([[1.0]]), k, v, np.array([[4.0, -8.0]]))
    close(found, (np.zeros((1, 1)), np.zeros((2, 1)), np.array([[1.0, -2.0], [3.0, -6.0]])))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The softmax's gradient is P ∗ (dP − the row's sum of P ∗ dP).",
    zh="softmax 的梯度是 P ∗ (dP − 该行 P ∗ dP 的和)。",
)
def test_the_softmax_is_not_elementwise(submission):
    """The gradient of a row of scores is P ∗ (dP − Σ P ∗ dP).

    一行分数的梯度是 P ∗ (dP − Σ P ∗ dP)。
    """
    k, v = np.array([[0.0], [math.log(3)]]), np.array([[2.0], [6.0]])
    found = submission.attention_backward(np.array([[1.0]]), k, v, np.array([[1.0]]))
    close(found, (np.array([[0.75 * math.log(3)]]), np.array([[-0.75], [0.75]]), np.array([[0.25], [0.75]])))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The factor 1/√d stands in the forward pass, so it comes back in the gradients of q and k, not of v.",
    zh="前向里有因子 1/√d，所以 q 和 k 的梯度里也有，v 的没有。",
)
def test_the_scale_comes_back(submission):
    """For d = 4 and equal scores the gradients of q and k have the factor 1/2.

    d = 4、分数相等时，q 和 k 的梯度带有因子 1/2。
    """
    q, k, v = np.ones((1, 4)), np.ones((2, 4)), np.array([[0.0], [8.0]])
    found = submission.attention_backward(q, k, v, np.array([[1.0]]))
    close(found, (np.zeros((1, 4)), np.array([[-1.0] * 4, [1.0] * 4]), np.array([[0.5], [0.5]])))


@pytest.mark.hint(
    en="The gradient of q has the same factor as that of k.",
    zh="q 的梯度与 k 的梯度带有相同的因子。",
)
def test_the_scale_comes_back_in_the_gradient_of_q(submission):
    """For d = 4 and a query of 0 the gradient of q has the factor 1/2, and that of k is 0.

    d = 4、查询为 0 时，q 的梯度带有因子 1/2，k 的梯度是 0。
    """
    k, v = np.array([[0.0] * 4, [1.0] * 4]), np.array([[0.0], [8.0]])
    found = submission.attention_backward(np.zeros((1, 4)), k, v, np.array([[1.0]]))
    close(found, (np.ones((1, 4)), np.zeros((2, 4)), np.array([[0.5], [0.5]])))


@pytest.mark.points(3)
@pytest.mark.parametrize("sizes", [(3, 5, 2, 4), (4, 2, 3, 1), (1, 1, 2, 3), (3, 3, 3, 3)])
def test_all_gradients_follow_from_the_jacobian(submission, rng, sizes):
    """For any sizes the three gradients are those of the chain rule with the softmax's Jacobian.

    任意大小下，三个梯度都与用 softmax 的雅可比矩阵按链式法则算出的一致。
    """
    given = drawn(rng, *sizes)
    close(submission.attention_backward(*given), gradients(*given))


@pytest.mark.points(3)
@pytest.mark.hint(
    en="Query i sits at S − T + i. The mask belongs before the softmax; its gradients then need nothing more.",
    zh="查询 i 位于 S − T + i。掩码加在 softmax 之前，之后梯度不需要额外处理。",
)
@pytest.mark.parametrize(("queries", "keys"), [(4, 4), (2, 5), (1, 3)])
def test_causal_gradients(submission, rng, queries, keys):
    """With causal=True query i sees the keys up to S − T + i, also where there are fewer queries than keys.

    causal=True 时，查询 i 能看到 S − T + i 及之前的键，查询比键少时也一样。
    """
    given = drawn(rng, queries, keys, 3, 2)
    close(submission.attention_backward(*given, causal=True), gradients(*given, causal=True))


@pytest.mark.hint(
    en="Does a weight of a later key stay above 0 before the gradients are computed?",
    zh="计算梯度之前，靠后的键是否还留有大于 0 的权重？",
)
def test_later_keys_get_no_gradient(submission, rng):
    """With causal=True and a gradient of the first output only, the later keys and values get 0.

    causal=True 且只有第一个输出有梯度时，后面的键和值的梯度为 0。
    """
    q, k, v, d_out = drawn(rng, 3, 3, 2, 4)
    d_out[1:] = v[1:] = 0.0
    found = submission.attention_backward(q, k, v, d_out, causal=True)
    three = isinstance(found, tuple | list) and len(found) == 3
    three = three and all(
        isinstance(g, np.ndarray) and g.shape == x.shape for g, x in zip(found, (q, k, v), strict=True)
    )
    require(three, "It must give the gradients of q, k and v.", "应返回 q、k、v 的梯度。", found)
    close([gradient[1:] for gradient in found[1:]], [np.zeros((2, 2)), np.zeros((2, 4))])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Subtract each row's own largest visible score before the exponential.",
    zh="求指数之前，先减去每一行自己可见的最大分数。",
)
@pytest.mark.parametrize("causal", [False, True])
def test_large_scores_are_stable(submission, causal):
    """Scores of ±10,000 give neither an overflow nor nan, with the mask or without.

    分数为 ±10,000 时，有没有掩码都不会溢出，也不会出现 nan。
    """
    q, k = np.array([[-100.0], [100.0], [0.0]]), np.array([[100.0], [-100.0], [50.0]])
    given = q, k, np.array([[1.0], [2.0], [5.0]]), np.array([[1.0], [2.0], [3.0]])
    close(submission.attention_backward(*given, causal), gradients(*given, causal))


@pytest.mark.hint(
    en="A weight of 1 no longer changes with the scores, so nothing may flow through it.",
    zh="权重为 1 时不再随分数变化，所以没有梯度流过。",
)
def test_weights_of_one_let_nothing_through(submission):
    """Where each query gives all its weight to a key of its own, the gradients of q and k are 0.

    每个查询把全部权重给各自的一个键时，q 和 k 的梯度为 0。
    """
    keys, v, d_out = np.array([[-100.0], [100.0]]), np.array([[1.0], [2.0]]), np.array([[3.0], [5.0]])
    close(submission.attention_backward(keys, keys, v, d_out), (np.zeros((2, 1)), np.zeros((2, 1)), d_out))


def test_a_single_key_takes_all(submission, rng):
    """With a single key the weights are constant: q and k get 0, and v gets the sum of d_out.

    只有一个键时权重恒定：q 和 k 的梯度为 0，v 的梯度是 d_out 之和。
    """
    given = drawn(rng, 3, 1, 2, 2)
    due = np.zeros((3, 2)), np.zeros((1, 2)), given[3].sum(axis=0, keepdims=True)
    close(submission.attention_backward(*given), due)


@pytest.mark.parametrize("causal", [False, True])
def test_arguments_stay_unchanged(submission, rng, causal):
    """No argument is modified.

    不修改任何参数。
    """
    given = drawn(rng, 3, 4, 2, 2)
    unchanged(submission.attention_backward, *given, causal)
