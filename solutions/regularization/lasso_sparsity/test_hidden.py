"""The hidden suite of lasso_sparsity.

Single steps are worked by hand or checked against `oracle`, which loops over single numbers and takes L from the
singular values. `planted` turns the conditions of the minimum round: it chooses the weights and makes the y to them.
"""

import numpy as np
import pytest

from grader.judge.suite import close, same, unchanged

X2, Y2 = np.array([[1.0, 0.0], [0.0, 2.0]]), np.array([4.0, 2.0])


def oracle(x, y, lam, steps):
    """ISTA with loops over single numbers."""
    (n, d), w = x.shape, [0.0] * x.shape[1]
    largest = np.linalg.svd(x, compute_uv=False)[0] ** 2 / n
    for _ in range(steps):
        residual = [sum(x[i, j] * w[j] for j in range(d)) - y[i] for i in range(n)]
        z = [w[j] - sum(x[i, j] * residual[i] for i in range(n)) / n / largest for j in range(d)]
        t = lam / largest
        w = [v - t if v > t else v + t if v < -t else 0.0 for v in z]
    return np.array(w)


def design(rng, n, d):
    """A random X (n, d) with singular values from 3·√n down, well apart."""
    k = min(n, d)
    u, v = np.linalg.qr(rng.normal(size=(n, k)))[0], np.linalg.qr(rng.normal(size=(d, k)))[0]
    return (u * np.linspace(3.0, 1.0, k) * np.sqrt(n)) @ v.T


def planted(rng, w, lam):
    """X and the y for which `w` minimises the objective: Xᵀ(y − Xw)/n is lam·sign(w), and lam/2 where w is 0."""
    x = design(rng, 20, len(w))
    pull = lam * np.where(w == 0, 0.5, np.sign(w))
    return x, x @ (w + np.linalg.solve(x.T @ x / 20, pull))


@pytest.mark.points(2)
def test_the_threshold_moves_every_entry_towards_zero(submission):
    """Entries beyond ±t move towards 0 by t, in an array of any shape.

    绝对值大于 t 的元素向 0 移动 t，数组形状不限。
    """
    close(submission.soft_threshold(np.array([3.0, -2.0, 0.75]), 0.5), np.array([2.5, -1.5, 0.25]))
    z = np.array([[4.0, -4.0], [0.25, -9.0]])
    close(submission.soft_threshold(z, 2.0), np.array([[2.0, -2.0], [0.0, -7.0]]))
    close(submission.soft_threshold(z, 0.0), z)


@pytest.mark.hint(
    en="Within the threshold nothing is left, not even a rest of either sign.",
    zh="落在阈值以内的元素什么都不剩，不管原来是正是负。",
)
def test_entries_within_the_threshold_become_exactly_zero(submission):
    """An entry with |z| ≤ t becomes exactly 0.

    |z| ≤ t 的元素恰好变成 0。
    """
    same(submission.soft_threshold(np.array([0.25, -0.25, 0.5, -0.5, 0.0, 0.1]), 0.5), np.zeros(6))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Compute the example of the statement by hand: the gradient with its 1/n, L, the step, the threshold lam/L.",
    zh="手算一遍题面的示例：带 1/n 的梯度、L、走一步、阈值 lam/L。",
)
def test_single_steps_worked_by_hand(submission):
    """The first step of the example leads to (0.75, 0.75), the second to (1.3125, 0.75).

    示例的第一步到 (0.75, 0.75)，第二步到 (1.3125, 0.75)。
    """
    close(submission.ista(X2, Y2, lam=0.5, steps=1), np.array([0.75, 0.75]))
    close(submission.ista(X2, Y2, 0.5, 2), np.array([1.3125, 0.75]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The step is 1/L with L the largest eigenvalue of XᵀX/n. No momentum, and neither one step more nor one less.",
    zh="步长是 1/L，L 是 XᵀX/n 的最大特征值。不加动量，步数不多也不少。",
)
def test_every_step_agrees_with_the_formula(submission, rng):
    """After any number of steps the weights are those of the formula.

    走任意步之后，权重都与公式一致。
    """
    for n, d, steps in [(8, 3, 1), (8, 3, 7), (6, 5, 4)]:
        x, y = design(rng, n, d), rng.normal(0.0, 3.0, n)
        close(submission.ista(x, y, 1.0, steps), oracle(x, y, 1.0, steps))


@pytest.mark.hint(
    en="XᵀX is symmetric and has zero eigenvalues here: eigvals may return complex numbers, eigvalsh does not.",
    zh="XᵀX 是对称矩阵，这里还有零特征值：eigvals 可能返回复数，eigvalsh 不会。",
)
def test_there_may_be_more_weights_than_examples(submission, rng):
    """For a wide X the weights are those of the formula, too, and floats.

    X 是宽矩阵时，权重同样与公式一致，而且是浮点数。
    """
    for n, d, steps in [(3, 5, 2), (4, 20, 3), (5, 12, 4)]:
        x, y = design(rng, n, d), rng.normal(0.0, 3.0, n)
        close(submission.ista(x, y, 1.0, steps), oracle(x, y, 1.0, steps))


def test_one_example_is_enough(submission):
    """With a single example, X of shape (1, 2), the first step is the one worked by hand.

    只有一个样本、X 形状为 (1, 2) 时，第一步与手算结果一致。
    """
    close(submission.ista(np.array([[1.0, 2.0]]), np.array([3.0]), 0.5, 1), np.array([0.5, 1.1]))
    close(submission.ista(np.array([[1.0, -1.0]]), np.array([3.0]), 0.5, 1), np.array([1.25, -1.25]))


def test_without_steps_the_weights_are_zero(submission):
    """Zero steps give d zeros: the starting point.

    零步返回 d 个 0，也就是起点。
    """
    close(submission.ista(np.ones((2, 3)), Y2, 0.5, 0), np.zeros(3))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Is a weight that should be 0 only nearly 0? Then the last thing in a step is not the threshold.",
    zh="本该为 0 的权重只是接近 0？那么你的每一步不是以阈值结束的。",
)
def test_many_steps_find_the_minimum_with_exact_zeros(submission, rng):
    """After many steps the weights are those of the minimum, and unneeded ones are exactly 0.

    走很多步之后到达最小值，用不上的权重恰好为 0。
    """
    w = np.array([2.0, 0.0, -1.5, 0.0, 0.0, 0.5])
    found = submission.ista(*planted(rng, w, 0.25), 0.25, 400)
    close(found, w)
    same(found[w == 0], np.zeros(3))


@pytest.mark.hint(
    en="lam weighs against Xᵀy/n, with the 1/n.",
    zh="lam 要和带 1/n 的 Xᵀy/n 相比。",
)
def test_a_strong_penalty_keeps_all_weights_at_zero(submission, rng):
    """From max|Xᵀy|/n on, every weight stays exactly 0.

    lam 大于 max|Xᵀy|/n 时，所有权重都恰好为 0。
    """
    x, y = design(rng, 10, 4), rng.normal(0.0, 2.0, 10)
    limit = float(np.abs(x.T @ y / 10).max())
    same(submission.ista(x, y, 1.01 * limit, 20), np.zeros(4))


def test_without_a_penalty_it_is_least_squares(submission, rng):
    """With lam = 0 many steps give the least-squares solution.

    lam = 0 时，走很多步得到最小二乘解。
    """
    x = design(rng, 12, 3)
    y = x @ np.array([2.0, -1.5, 1.0]) + rng.uniform(-0.5, 0.5, 12)  # so one weight is surely negative
    close(submission.ista(x, y, 0.0, 400), np.linalg.lstsq(x, y, rcond=None)[0])


@pytest.mark.hint(
    en="An array of weights made like X has the dtype of X.",
    zh="照着 X 创建的权重数组，dtype 也和 X 一样。",
)
def test_integers_are_welcome(submission):
    """X, y and z may hold integers; the weights are floats.

    X、y、z 可以是整数，权重是浮点数。
    """
    close(submission.ista(X2.astype(int), Y2.astype(int), 0.5, 2), np.array([1.3125, 0.75]))
    close(submission.soft_threshold(np.array([3, 0, -2]), 0.5), np.array([2.5, 0.0, -1.5]))


@pytest.mark.hint(
    en="Centring or scaling X, and in-place subtraction, need a copy.",
    zh="对 X 做中心化、缩放或者原地减法，都要先复制。",
)
def test_the_arguments_are_not_modified(submission):
    """X, y and z hold the same numbers after the calls.

    调用之后 X、y、z 都保持原样。
    """
    close(unchanged(submission.ista, X2, Y2, 0.5, 2), np.array([1.3125, 0.75]))
    close(unchanged(submission.soft_threshold, np.array([3.0, -0.25]), 0.5), np.array([2.5, 0.0]))
