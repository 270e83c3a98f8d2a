"""The hidden suite of temperature. Odds are small whole numbers, so that due values are fractions worked by hand."""

import numpy as np
import pytest

from grader.judge.suite import close, raises, unchanged, without_warning


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Divide the logits, before the exponential. Divided probabilities are normalised back to what they were.",
    zh="要在取指数之前除 logits。如果除的是概率，归一化之后又变回原样。",
)
def test_the_logits_are_divided_by_the_temperature(submission):
    """Odds of 1 : 2 : 4 become 1 : 4 : 16 for T = 0.5, and 1 : √2 : 2 for T = 2.

    比例 1 : 2 : 4，T = 0.5 时变成 1 : 4 : 16，T = 2 时变成 1 : √2 : 2。
    """
    logits = np.log([1.0, 2.0, 4.0])
    close(submission.apply_temperature(logits, 0.5), np.array([1.0, 4.0, 16.0]) / 21)
    close(submission.apply_temperature(logits, 2.0), np.array([1.0, 2**0.5, 2.0]) / (3 + 2**0.5))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Write axis=-1 and keepdims=True in both the maximum and the sum.",
    zh="求最大值与求和时都要写 axis=-1 和 keepdims=True。",
)
def test_each_row_of_a_batch_has_its_own_softmax(submission):
    """The softmax runs over the last axis, for two and three dimensions, square ones too.

    softmax 在最后一个轴上进行，二维、三维、方阵都一样。
    """
    odds = np.array([[1.0, 3.0], [9.0, 1.0]])
    close(submission.apply_temperature(np.log(odds), 0.5), np.array([[1 / 10, 9 / 10], [81 / 82, 1 / 82]]))
    cube = np.arange(1.0, 25.0).reshape(2, 3, 4)
    close(submission.apply_temperature(np.log(cube), 1.0), cube / cube.sum(axis=2, keepdims=True))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Subtract the largest scaled logit before the exponential.",
    zh="取指数之前，先减去缩放后的最大 logit。",
)
def test_large_logits_do_not_overflow(submission):
    """Logits of 10,000 at T = 0.001, positive or negative, give probabilities without an overflow warning.

    logits 为正负一万、T = 0.001 时也能得到概率，且没有溢出警告。
    """
    logits = np.array([1e4, 1e4, -1e4])
    close(without_warning("overflow", submission.apply_temperature, logits, 1e-3), np.array([0.5, 0.5, 0.0]))
    close(without_warning("overflow", submission.apply_temperature, -logits, 1e-3), np.array([0.0, 0.0, 1.0]))


@pytest.mark.hint(
    en="One maximum for the whole array leaves a row far below it with exponentials that are all zero.",
    zh="如果整个数组共用一个最大值，远低于它的那一行，指数会全部变成零。",
)
def test_rows_of_very_different_size_are_both_stable(submission):
    """A row of logits near -5000 beside one near 5000 has ordinary probabilities.

    一行 logits 在 -5000 附近，另一行在 5000 附近，两行的概率都正常。
    """
    odds = np.array([[1.0, 3.0], [4.0, 1.0]])
    logits = np.log(odds) + np.array([[5000.0], [-5000.0]])
    close(submission.apply_temperature(logits, 1.0), odds / odds.sum(axis=1, keepdims=True))


@pytest.mark.hint(
    en="A softmax before the temperature rounds small probabilities to 0, and no power brings them back.",
    zh="如果先做 softmax 再处理温度，小概率会先被舍入成 0，之后怎样取幂都救不回来。",
)
def test_a_high_temperature_brings_back_distant_logits(submission):
    """Logits 2000 apart at T = 2000 have odds of 1 : e.

    logits 相差 2000，T = 2000 时，比例是 1 : e。
    """
    close(submission.apply_temperature(np.array([0.0, 2000.0]), 2000.0), np.array([1.0, np.e]) / (1 + np.e))


@pytest.mark.hint(
    en="Greedy decoding is the caller's business. Here 0 would divide by zero.",
    zh="贪心解码由调用者负责；在这里，0 会导致除以零。",
)
def test_a_temperature_of_zero_raises_value_error(submission):
    """A temperature of 0 raises ValueError.

    温度为 0 时抛出 ValueError。
    """
    raises(ValueError, submission.apply_temperature, np.array([1.0, 2.0]), 0.0)


@pytest.mark.hint(
    en="A negative temperature would turn the order around. Refuse it, too.",
    zh="负的温度会把大小顺序颠倒，也要拒绝。",
)
def test_a_negative_temperature_raises_value_error(submission):
    """A temperature below 0 raises ValueError.

    温度小于 0 时抛出 ValueError。
    """
    raises(ValueError, submission.apply_temperature, np.array([1.0, 2.0]), -1.0)


def test_integers_and_single_precision_are_logits_too(submission):
    """Integer logits give floating-point probabilities, and so do float32 logits.

    整数 logits 得到浮点概率，float32 的 logits 也是。
    """
    due = np.array([1.0, np.e]) / (1 + np.e)
    close(submission.apply_temperature(np.array([0, 2]), 2), due)
    close(submission.apply_temperature(np.array([0, 2], dtype=np.float32), 2.0), due, rtol=1e-4)


@pytest.mark.hint(
    en="logits /= temperature writes into the caller's array.",
    zh="logits /= temperature 会改写调用者的数组。",
)
def test_the_logits_stay_as_they_are(submission):
    """The array passed in is not modified.

    传入的数组不会被修改。
    """
    close(unchanged(submission.apply_temperature, np.array([0.0, 0.0]), 0.5), np.array([0.5, 0.5]))
    unchanged(submission.apply_temperature, np.log([[1.0, 2.0]]), 0.5)
