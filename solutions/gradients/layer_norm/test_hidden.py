"""The hidden suite of layer_norm.

Values are worked by hand, or come from `forward`, loops over rows, and its derivatives by complex steps, which are
exact: the imaginary part of f(x + ih) / h for a tiny h.
"""

import numpy as np
import pytest

from grader.judge.suite import close, require, unchanged


def forward(x, gamma, beta, eps=1e-5):
    """The formula, row by row, for complex numbers too."""
    rows = []
    for row in x:
        mean = sum(row) / len(row)
        var = sum((v - mean) ** 2 for v in row) / len(row)
        rows.append([g * (v - mean) / (var + eps) ** 0.5 + b for v, g, b in zip(row, gamma, beta, strict=True)])
    return np.array(rows)


def gradients(dy, x, gamma, eps=1e-5):
    """The derivative of sum(dy * y) for each entry of x, gamma and beta."""
    arrays, found = [x, gamma, np.zeros(len(gamma))], []
    for which, array in enumerate(arrays):
        grad = np.empty(array.shape)
        for index in np.ndindex(*array.shape):
            moved = [a.astype(complex) for a in arrays]
            moved[which][index] += 1e-30j
            grad[index] = (dy * forward(*moved, eps)).sum().imag / 1e-30
        found.append(grad)
    return tuple(found)


def draw(rng, n, d):
    return rng.normal(size=(n, d)), rng.normal(size=(n, d)) * 3 + 1, rng.normal(size=d), rng.normal(size=d)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The mean and the variance are those of a row, not of a column.",
    zh="均值和方差是按行算的，不是按列。",
)
def test_each_row_is_normalized_by_itself(submission):
    """Rows of 1, 3 and of 40, 80 both become -1, 1.

    1、3 和 40、80 这两行都变成 -1、1。
    """
    x = np.array([[1.0, 3.0], [40.0, 80.0], [3.0, 1.0]])
    y = submission.layer_norm_forward(x, np.ones(2), np.zeros(2), 0.0)
    close(y, np.array([[-1.0, 1.0], [-1.0, 1.0], [1.0, -1.0]]))


@pytest.mark.hint(
    en="Divide the sum of squares by D, not by D - 1.",
    zh="平方和除以 D，而不是 D - 1。",
)
def test_the_variance_is_biased(submission):
    """The variance of 0, 0, 3 is 2, not 3.

    0、0、3 的方差是 2，不是 3。
    """
    x = np.array([[0.0, 0.0, 3.0], [0.0, 3.0, 0.0], [3.0, 0.0, 0.0]])
    close(submission.layer_norm_forward(x, np.ones(3), np.zeros(3), eps=0.0), (x - 1) / np.sqrt(2))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="sqrt(var + eps), not sqrt(var) + eps.",
    zh="是 sqrt(var + eps)，不是 sqrt(var) + eps。",
)
def test_eps_stands_inside_the_root(submission):
    """A variance of 1 and eps 3 divide by 2; a row of equal numbers gives beta.

    方差为 1、eps 为 3 时除以 2；各数相等的行得到 beta。
    """
    x = np.array([[1.0, 3.0], [5.0, 5.0]])
    close(submission.layer_norm_forward(x, np.ones(2), np.array([7.0, 8.0]), 3.0), np.array([[6.5, 8.5], [7.0, 8.0]]))


def test_the_default_of_eps_is_1e_5(submission):
    """Without eps a row of ±0.001 is divided by the root of 1.1e-5, in both functions.

    不给 eps 时，±0.001 这一行除以 1.1e-5 的平方根，两个函数都是。
    """
    x, dy, gamma = np.array([[0.001, -0.001]]), np.array([[1.0, 0.0]]), np.ones(2)
    close(submission.layer_norm_forward(x, gamma, np.zeros(2)), x / np.sqrt(1.1e-5))
    close(submission.layer_norm_backward(dy, x, gamma), gradients(dy, x, gamma))


@pytest.mark.points(2)
def test_random_rows_agree_with_the_formula(submission, rng):
    """gamma and beta act on features, also where N = D; the arguments stay as they are.

    gamma 和 beta 按特征作用，N = D 时也一样；参数保持原样。
    """
    for n, d in ((4, 3), (3, 3)):
        _, x, gamma, beta = draw(rng, n, d)
        close(unchanged(submission.layer_norm_forward, x, gamma, beta), forward(x, gamma, beta))


@pytest.mark.points(3)
@pytest.mark.hint(
    en="Check against finite differences. Did you go through the mean and through the variance?",
    zh="用有限差分检验一下。均值和方差这两条路都走了吗？",
)
def test_the_gradients_are_those_of_the_formula(submission, rng):
    """dx, dgamma and dbeta equal the derivatives of the formula; the arguments stay as they are.

    dx、dgamma、dbeta 等于公式的导数；参数保持原样。
    """
    for n, d in ((4, 3), (3, 3)):
        dy, x, gamma, _ = draw(rng, n, d)
        close(unchanged(submission.layer_norm_backward, dy, x, gamma), gradients(dy, x, gamma))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="gamma and beta are shared by all rows: their gradients are sums, not means.",
    zh="gamma 和 beta 由所有行共用：它们的梯度是求和，不是求均值。",
)
def test_gradients_of_gamma_and_beta_are_sums_over_rows(submission):
    """Two rows of -1, 1 after normalization: dy of (1, 2) and (3, 6) gives dgamma (-4, 8), dbeta (4, 8) and dx 0.

    两行归一化后都是 -1、1：dy 为 (1, 2) 和 (3, 6) 时，dgamma 是 (-4, 8)，dbeta 是 (4, 8)，dx 是 0。
    """
    x, dy = np.array([[1.0, 3.0], [4.0, 8.0]]), np.array([[1.0, 2.0], [3.0, 6.0]])
    due = np.zeros((2, 2)), np.array([-4.0, 8.0]), np.array([4.0, 8.0])
    close(submission.layer_norm_backward(dy, x, np.array([2.0, 1.0]), 0.0), due)


@pytest.mark.hint(
    en="Multiply dy by gamma first, before you take any mean.",
    zh="先把 dy 乘以 gamma，再取各种均值。",
)
def test_every_row_of_dx_sums_to_zero(submission):
    """A constant added to a row changes nothing, so the entries of dx sum to 0 in each row, whatever gamma is.

    给一行加上常数不改变输出，所以无论 gamma 是多少，dx 每行之和都为 0。
    """
    dy, x = np.array([[1.0, 0.0, 0.0], [0.0, 2.0, 4.0]]), np.array([[0.0, 1.0, 5.0], [3.0, 1.0, 2.0]])
    found = submission.layer_norm_backward(dy, x, np.array([1.0, 2.0, 4.0]))
    dx = found[0] if isinstance(found, tuple | list) and len(found) == 3 else None
    there = isinstance(dx, np.ndarray) and dx.shape == (2, 3) and dx.dtype.kind == "f" and np.isfinite(dx).all()
    require(there, "There is no array dx (N, D) of finite numbers.", "结果里没有 (N, D) 的有限浮点数组 dx。", found)
    close(dx.sum(axis=1), np.zeros(2), atol=1e-9)


def test_eps_counts_in_the_gradients(submission, rng):
    """With eps = 2 the gradients are those of the formula with eps = 2.

    eps = 2 时，梯度就是 eps = 2 的公式的梯度。
    """
    dy, x, gamma, _ = draw(rng, 2, 4)
    close(submission.layer_norm_backward(dy, x, gamma, eps=2.0), gradients(dy, x, gamma, 2.0))


def test_float32_and_views(submission, rng):
    """Transposed float32 arrays give the same within float32's tolerance; a row of one number gives beta.

    转置的 float32 数组结果相同（按 float32 的误差）；只有一个数的行得到 beta。
    """
    dy, x, gamma, beta = (a.astype(np.float32) for a in draw(rng, 3, 5))
    dy, x = np.asfortranarray(dy), np.asfortranarray(x)
    close(submission.layer_norm_forward(x, gamma, beta), forward(x, gamma, beta).astype(np.float32))
    due = tuple(g.astype(np.float32) for g in gradients(dy.astype(float), x.astype(float), gamma.astype(float)))
    close(submission.layer_norm_backward(dy, x, gamma), due, rtol=1e-3, atol=1e-5)
    close(submission.layer_norm_forward(np.array([[4.0]]), np.ones(1), np.full(1, 9.0)), np.array([[9.0]]))
