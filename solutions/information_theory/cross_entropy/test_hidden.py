"""The hidden suite of cross_entropy.

Expected values are worked by hand, or come from `oracle`, which loops over rows with `math`.
"""

import math

import numpy as np
import pytest

from grader.judge.suite import close, raises, unchanged

LN2, LN3 = math.log(2.0), math.log(3.0)
ROWS = np.log(np.array([[0.5, 0.25, 0.25], [0.125, 0.125, 0.75], [0.25, 0.5, 0.25]]))


def oracle(logits, targets, ignore_index):
    """The mean loss by loops over single numbers."""
    losses = []
    for row, target in zip(logits.tolist(), targets.tolist(), strict=True):
        if target != ignore_index:
            top = max(row)
            losses.append(top - row[target] + math.log(math.fsum(math.exp(x - top) for x in row)))
    return math.fsum(losses) / len(losses)


@pytest.mark.points(2)
def test_the_loss_is_minus_the_log_probability_of_the_target(submission):
    """One row that gives its target the probability 1/8 costs ln 8 nats.

    只有一行，标签的概率是 1/8，损失就是 ln 8（单位 nat）。
    """
    close(submission.cross_entropy(ROWS[1:2], np.array([1])), 3 * LN2)


@pytest.mark.points(2)
def test_random_batches_agree_with_a_loop(submission, rng):
    """On random batches the mean agrees with a loop over rows, whatever the logits add up to, with few or many classes.

    对随机的批，结果与逐行计算的均值一致；logits 的和不必为 1，类别多或少都一样。
    """
    for n, v in [(4, 4), (7, 50), (1, 3), (3, 1)]:
        logits, targets = rng.normal(0.0, 3.0, (n, v)), rng.integers(0, v, n)
        close(submission.cross_entropy(logits, targets), oracle(logits, targets, -100))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Divide by the number of rows that count, not by N.",
    zh="分母是参与计算的行数，不是 N。",
)
def test_ignored_rows_count_neither_in_the_sum_nor_in_the_mean(submission):
    """Rows with target -100 are left out of the sum and of the number of rows, wherever they stand.

    标签为 -100 的行既不进总和，也不进行数，不论在哪个位置。
    """
    close(submission.cross_entropy(ROWS, np.array([-100, 0, -100])), 3 * LN2)
    close(submission.cross_entropy(ROWS, np.array([0, -100, 1])), LN2)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Compare with ignore_index and nothing else: its sign and size say nothing.",
    zh="只与 ignore_index 比较，不要看它的正负和大小。",
)
def test_ignore_index_may_be_any_integer(submission):
    """Another negative number, a valid class or a number of V and above can be ignored, also passed by name.

    可以忽略别的负数、本来合法的类别，或不小于 V 的数；也可以按名字传入。
    """
    close(submission.cross_entropy(ROWS, np.array([-1, 0, -1]), -1), 3 * LN2)
    close(submission.cross_entropy(ROWS, np.array([0, 1, 0]), 0), 3 * LN2)
    close(submission.cross_entropy(ROWS, np.array([0, 255, 0]), ignore_index=255), 1.5 * LN2)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="exp(10000) overflows. Subtract the largest logit of each row first.",
    zh="exp(10000) 会溢出。先从每行减去该行最大的 logit。",
)
def test_large_logits_do_not_overflow(submission):
    """Logits of ±10,000 give the loss of small ones with the same differences.

    ±10,000 的 logits，损失与差值相同的小 logits 一样。
    """
    for size in (1e4, -1e4):
        close(submission.cross_entropy(np.array([[size, size + LN3]]), np.array([0])), 2 * LN2)


@pytest.mark.hint(
    en="The probability underflows to 0. Its logarithm can be computed without it.",
    zh="概率下溢成了 0。它的对数可以绕过概率直接算。",
)
def test_an_improbable_target_has_a_large_finite_loss(submission):
    """A target 2000 below the largest logit costs 2000.

    标签的 logit 比最大的小 2000，损失就是 2000。
    """
    close(
        submission.cross_entropy(np.array([[2000.0, 0.0, -3.0], [1.0, 1.0, -5000.0]]), np.array([1, 0])), 1000 + LN2 / 2
    )


@pytest.mark.hint(
    en="One maximum for the whole batch is too large for some rows.",
    zh="整个批共用一个最大值，对有些行来说太大了。",
)
def test_rows_of_different_size_do_not_disturb_each_other(submission):
    """A row of zeros beside rows of ±10,000 has the loss that it has alone.

    全 0 的行旁边有 ±10,000 的行，损失与它单独计算时一样。
    """
    logits = np.array([[0.0, 0.0], [1e4, 1e4], [-1e4, -1e4]])
    close(submission.cross_entropy(logits, np.array([0, 1, 0])), LN2)


@pytest.mark.hint(
    en="The mean of nothing is nan with a warning. Raise before you divide.",
    zh="对空集求均值会得到 nan 和一条警告。请在相除之前抛出异常。",
)
def test_all_targets_ignored_raise_value_error(submission):
    """Where every target is ignored, there is no mean: ValueError.

    所有标签都被忽略时，没有均值可言：抛出 ValueError。
    """
    raises(ValueError, submission.cross_entropy, ROWS, np.array([-100, -100, -100]))
    raises(ValueError, submission.cross_entropy, ROWS[:1], np.array([2]), 2)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="NumPy takes -1 as the last column, so nothing is raised by itself. And an IndexError is no ValueError.",
    zh="NumPy 的负下标从末尾数起，所以 -1 本身不会报错。另外，IndexError 不是 ValueError。",
)
def test_targets_outside_the_classes_raise_value_error(submission):
    """V, anything above, and any negative target raise ValueError, also when all other targets are fine.

    标签等于或大于 V，或者为负，都抛出 ValueError，哪怕其余标签都没问题。
    """
    for bad in (3, 1000, -1, -3):
        raises(ValueError, submission.cross_entropy, ROWS, np.array([0, bad, -100]))


def test_minus_100_is_an_error_when_another_index_is_ignored(submission):
    """With another ignore_index, -100 is a target outside the classes.

    指定了别的 ignore_index 时，-100 就是超出范围的标签。
    """
    raises(ValueError, submission.cross_entropy, ROWS, np.array([0, -100, -1]), -1)


@pytest.mark.hint(
    en="Replacing ignored targets by 0 needs a copy of the array.",
    zh="要把被忽略的标签换成 0，先复制数组。",
)
def test_the_arguments_are_not_modified(submission):
    """Logits and targets hold the same numbers after the call, ignored targets too.

    调用之后 logits 和 targets 都保持原样，被忽略的标签也一样。
    """
    close(unchanged(submission.cross_entropy, ROWS, np.array([0, -100, 1])), LN2)


def test_float32_and_int32_are_welcome(submission, rng):
    """Logits of float32 with targets of int32 work, to single precision.

    float32 的 logits 配 int32 的 targets 同样可用，精度为单精度。
    """
    logits, targets = rng.normal(0.0, 2.0, (6, 5)).astype(np.float32), np.array([0, 4, -100, 2, 1, 3], dtype=np.int32)
    close(submission.cross_entropy(logits, targets), np.float32(oracle(logits, targets, -100)))
