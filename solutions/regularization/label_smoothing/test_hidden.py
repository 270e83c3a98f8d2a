"""The hidden suite of label_smoothing. Values are worked by hand, or come from `oracle`, loops with Python's math."""

import math

import numpy as np
import pytest

from grader.judge.suite import close, kind, raises, same, unchanged

LN2 = math.log(2)
HALVES = np.log([[1.0, 2.0, 1.0], [2.0, 1.0, 1.0]])  # softmax 1/4, 1/2, 1/4 and 1/2, 1/4, 1/4


def oracle(logits, targets, eps):
    losses = []
    for row, target in zip(logits.tolist(), targets.tolist(), strict=True):
        top = max(row)
        total = top + math.log(math.fsum(math.exp(z - top) for z in row))
        losses += [(eps / len(row) + (c == target) * (1 - eps)) * (total - z) for c, z in enumerate(row)]
    return math.fsum(losses) / len(targets)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="eps / C goes to all C classes, not eps / (C - 1) to the others.",
    zh="eps / C 分给全部 C 个类别，而不是 eps / (C - 1) 分给其他类别。",
)
def test_every_class_gets_its_share_the_target_included(submission):
    """With C = 4 and eps = 0.2 the others have 0.05 and the target has 0.85.

    C = 4、eps = 0.2 时，其他类别是 0.05，目标类别是 0.85。
    """
    due = np.full((3, 4), 0.05)
    due[[0, 1, 2], [1, 3, 1]] = 0.85
    close(unchanged(submission.smooth_targets, np.array([1, 3, 1]), 4, 0.2), due)


def test_every_row_sums_to_1(submission):
    """Each row of the smoothed targets is a distribution, and one-hot for eps = 0.

    平滑后的每一行都是概率分布；eps = 0 时就是 one-hot。
    """
    q = submission.smooth_targets(np.array([1, 3, 1]), 5, 0.4)
    same(kind(q), kind(np.zeros((3, 5))))
    close(q.sum(axis=1), np.ones(3))
    close(submission.smooth_targets(np.array([2, 0]), 3, 0.0), np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="All classes count in the loss, each with its smoothed target.",
    zh="所有类别都计入损失，各自乘以平滑后的目标。",
)
def test_the_loss_counts_every_class(submission):
    """Probabilities 1/4, 1/2, 1/4 with eps = 0.3 cost 0.8 ln 2 + 0.2 ln 4.

    概率为 1/4、1/2、1/4，eps = 0.3 时，损失是 0.8 ln 2 + 0.2 ln 4。
    """
    close(submission.smoothed_cross_entropy(HALVES[:1], np.array([1]), 0.3), 1.2 * LN2)


def test_the_loss_without_smoothing_is_the_usual_one(submission):
    """With eps = 0 a target of probability 1/4 costs ln 4.

    eps = 0 时，概率为 1/4 的目标损失是 ln 4。
    """
    close(submission.smoothed_cross_entropy(HALVES[:1], np.array([0]), 0.0), 2 * LN2)


def test_the_loss_is_a_mean_over_rows(submission):
    """Two rows of 1.2 ln 2 cost 1.2 ln 2 together.

    两行的损失都是 1.2 ln 2，合起来也是 1.2 ln 2。
    """
    close(submission.smoothed_cross_entropy(HALVES, np.array([1, 0]), 0.3), 1.2 * LN2)


@pytest.mark.points(2)
def test_random_logits_agree_with_a_loop(submission, rng):
    """Random logits, float64 and float32, give the value of the formula; the arguments stay as they are.

    随机 logits（float64 和 float32）的结果与公式一致；参数保持原样。
    """
    for n, c in ((5, 3), (4, 4)):
        logits, targets = 3 * rng.normal(size=(n, c)), rng.integers(0, c, n)
        close(unchanged(submission.smoothed_cross_entropy, logits, targets, 0.1), oracle(logits, targets, 0.1))
    small = logits.astype(np.float32)
    close(submission.smoothed_cross_entropy(small, targets, 0.4), np.float32(oracle(small, targets, 0.4)))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Subtract each row's maximum, and never take the logarithm of a softmax.",
    zh="减去每行自己的最大值，而且不要对 softmax 取对数。",
)
def test_large_logits_are_exact(submission):
    """Logits of 10,000 and -10,000 cost 20,000 times the share of the other class.

    logit 为 10,000 和 -10,000 时，损失是 20,000 乘以另一类的份额。
    """
    logits = np.array([[10_000.0, -10_000.0]])
    close(submission.smoothed_cross_entropy(logits, np.array([0]), 0.5), 5_000.0)
    close(submission.smoothed_cross_entropy(logits, np.array([0]), 0.0), 0.0)


def test_rows_of_different_sizes_do_not_disturb_each_other(submission):
    """A row of 10,000 beside a row of -10,000: both cost ln 2.

    一行 10,000，旁边一行 -10,000：损失都是 ln 2。
    """
    logits = np.array([[10_000.0, 10_000.0], [-10_000.0, -10_000.0]])
    close(submission.smoothed_cross_entropy(logits, np.array([0, 1]), 0.1), LN2)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="NumPy takes -1 for the last class.",
    zh="NumPy 会把 -1 当成最后一个类别。",
)
def test_a_negative_target_raises_value_error(submission):
    """A target of -1 raises ValueError in both functions.

    目标为 -1 时，两个函数都抛出 ValueError。
    """
    raises(ValueError, submission.smooth_targets, np.array([0, -1]), 3, 0.1)
    raises(ValueError, submission.smoothed_cross_entropy, HALVES, np.array([0, -1]), 0.1)


def test_a_target_that_is_too_large_raises_value_error(submission):
    """A target equal to C raises ValueError in both functions.

    目标等于 C 时，两个函数都抛出 ValueError。
    """
    raises(ValueError, submission.smooth_targets, np.array([3, 0]), 3, 0.1)
    raises(ValueError, submission.smoothed_cross_entropy, HALVES, np.array([3, 0]), 0.1)


@pytest.mark.points(2)
def test_an_impossible_eps_raises_value_error(submission):
    """eps = 1, eps > 1 and eps < 0 raise ValueError in both functions.

    eps = 1、eps > 1、eps < 0 时，两个函数都抛出 ValueError。
    """
    for eps in (1.0, 1.5, -0.1):
        raises(ValueError, submission.smooth_targets, np.array([0]), 3, eps)
        raises(ValueError, submission.smoothed_cross_entropy, HALVES, np.array([0, 1]), eps)
