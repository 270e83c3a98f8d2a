"""The hidden suite of vanishing_gradient.

Expected values are worked by hand, or come from `oracle`, which pushes unit vectors forward through the steps instead
of multiplying matrices backwards.
"""

import numpy as np
import pytest

from grader.judge.suite import close, unchanged


def oracle(w, hidden):
    """The Jacobians column by column, from each state forward to the last."""
    (steps, n), norms = hidden.shape, []
    for t in range(steps):
        columns = list(np.eye(n))
        for state in hidden[t + 1 :]:
            columns = [(1 - state**2) * (w @ column) for column in columns]
        gram = np.array([[one @ other for other in columns] for one in columns])
        norms.append(np.sqrt(np.linalg.eigvalsh(gram)[-1]))
    return np.array(norms)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="With one unit every Jacobian is a number: 2·(1 − 0.6²), then that times 2·(1 − 0.5²).",
    zh="只有一个单元时，每个雅可比都是一个数：先是 2·(1 − 0.6²)，再乘以 2·(1 − 0.5²)。",
)
def test_a_single_unit_worked_by_hand(submission):
    """With one unit the norms are the products of W·(1 − h²), also where W is negative.

    只有一个单元时，范数就是 W·(1 − h²) 的连乘积；W 为负时取绝对值。
    """
    hidden = np.array([[0.3], [0.5], [0.6]])
    for w in (2.0, -2.0):
        close(submission.gradient_norms(np.array([[w]]), hidden), np.array([1.92, 1.28, 1.0]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Compare your product with D_T W · D_{T-1} W · …: is the latest factor on the left, and W not transposed?",
    zh="把你的乘积与 D_T W · D_{T-1} W · … 对照：最晚的因子在最左边吗？W 有没有被转置？",
)
def test_random_runs_agree_with_the_chain_rule(submission, rng):
    """For random W and states the norms are those of the chain rule, with more units than steps and the reverse.

    对随机的 W 和状态，范数与链式法则一致；单元数多于步数或少于步数都一样。
    """
    for steps, n in [(3, 5), (8, 2)]:
        w, hidden = rng.normal(0.0, 1.2, (n, n)), rng.uniform(-0.9, 0.9, (steps, n))
        close(submission.gradient_norms(w, hidden), oracle(w, hidden))


def test_a_single_state_has_the_norm_one(submission):
    """With T = 1 the result is [1].

    T = 1 时结果是 [1]。
    """
    close(submission.gradient_norms(np.array([[2.0, 1.0], [0.0, 3.0]]), np.full((1, 2), 0.5)), np.array([1.0]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="hidden[t-1] is h_t. The slope in ∂h_t/∂h_{t-1} is taken at the later state, h_t.",
    zh="hidden[t-1] 是 h_t。∂h_t/∂h_{t-1} 中的导数取在较晚的状态 h_t 处。",
)
def test_a_saturated_state_cuts_off_what_is_before_it(submission):
    """A unit at 1 passes no gradient to earlier states.

    取值为 1 的单元不再向更早的状态传梯度。
    """
    close(submission.gradient_norms(np.array([[3.0]]), np.array([[0.0], [1.0], [0.0]])), np.array([0.0, 3.0, 1.0]))


@pytest.mark.hint(
    en="∂h_T/∂h_1 contains the slopes at h_2 … h_T. h_1 itself, hidden[0], is never used.",
    zh="∂h_T/∂h_1 含有 h_2 … h_T 处的导数。h_1 本身，也就是 hidden[0]，用不上。",
)
def test_the_slope_at_the_first_state_does_not_matter(submission):
    """A first state of −1 has slope 0, but no derivative goes through it.

    第一个状态为 −1，导数为 0，但没有任何求导经过它。
    """
    close(submission.gradient_norms(np.array([[3.0]]), np.array([[-1.0], [0.0]])), np.array([3.0, 1.0]))


@pytest.mark.hint(
    en="diag(1 − h²) stands on the left of W, so it scales the rows of W, not its columns.",
    zh="diag(1 − h²) 在 W 的左边，所以缩放的是 W 的行，而不是列。",
)
def test_the_slope_scales_the_rows(submission):
    """A saturated unit removes its row of W: [[1, 2], [3, 4]] without its first row has the norm 5.

    饱和的单元去掉 W 中它那一行：[[1, 2], [3, 4]] 去掉第一行，范数是 5。
    """
    w, hidden = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[0.5, 0.5], [1.0, 0.0]])
    close(submission.gradient_norms(w, hidden), np.array([5.0, 1.0]))


@pytest.mark.hint(
    en="Multiply the matrices first and take the norm of the product.",
    zh="先把矩阵乘起来，再求乘积的范数。",
)
def test_it_is_the_norm_of_the_product(submission):
    """W = [[0, 4], [0, 0]] has the norm 4, but two steps give W² = 0; eigenvalues (both 0) say nothing about that.

    W = [[0, 4], [0, 0]] 的范数是 4，但走两步得到 W² = 0；特征值（都是 0）看不出这一点。
    """
    close(submission.gradient_norms(np.array([[0.0, 4.0], [0.0, 0.0]]), np.zeros((3, 2))), np.array([0.0, 4.0, 1.0]))


@pytest.mark.hint(
    en="np.linalg.norm(J) is the Frobenius norm, which is √n for the identity. You need np.linalg.norm(J, 2).",
    zh="np.linalg.norm(J) 是 Frobenius 范数，单位矩阵的是 √n。谱范数是 np.linalg.norm(J, 2)。",
)
def test_rotations_keep_the_norm(submission):
    """An orthogonal W with states of 0 keeps the norm at 1.

    W 正交、状态为 0 时，范数保持为 1。
    """
    close(submission.gradient_norms(np.array([[0.6, -0.8], [0.8, 0.6]]), np.zeros((4, 2))), np.ones(4))


@pytest.mark.hint(
    en="Squaring or scaling in place changes the caller's arrays.", zh="原地平方或缩放会改动调用者的数组。"
)
def test_the_arguments_are_not_modified(submission):
    """W and the states hold the same numbers after the call.

    调用之后 W 和状态都保持原样。
    """
    result = unchanged(submission.gradient_norms, np.array([[2.0]]), np.array([[0.3], [0.5], [0.6]]))
    close(result, np.array([1.92, 1.28, 1.0]))


def test_float32_is_welcome(submission, rng):
    """float32 arrays work, to single precision.

    float32 的数组同样可用，精度为单精度。
    """
    w, hidden = rng.normal(0.0, 1.0, (3, 3)).astype(np.float32), rng.uniform(-0.8, 0.8, (4, 3)).astype(np.float32)
    close(submission.gradient_norms(w, hidden), oracle(w, hidden).astype(np.float32))
