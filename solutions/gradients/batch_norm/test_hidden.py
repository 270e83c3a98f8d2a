"""The hidden suite of batch_norm.

Expected values are worked by hand, or come from `oracle`, which goes through single numbers with `math.fsum`.
"""

import math

import numpy as np
import pytest

from grader.judge.suite import close, raises, require, unchanged

ONE, ZERO = np.ones(1), np.zeros(1)
X = np.array([[1.0], [3.0]])


def oracle(x, gamma, beta, mean, var, training, momentum, eps):
    """The contract, feature by feature."""
    columns, means, variances = [], [], []
    for j, column in enumerate(x.T.tolist()):
        centre, spread, new_mean, new_var = mean[j], var[j], mean[j], var[j]
        if training:
            centre = math.fsum(column) / len(column)
            squares = math.fsum((v - centre) ** 2 for v in column)
            spread = squares / len(column)
            new_mean = new_mean + momentum * (centre - new_mean)
            new_var = new_var + momentum * (squares / (len(column) - 1) - new_var)
        columns.append([gamma[j] * (v - centre) / math.sqrt(spread + eps) + beta[j] for v in column])
        means.append(new_mean)
        variances.append(new_var)
    return np.array(columns).T, np.array(means), np.array(variances)


def layer(rng, d):
    """Random gamma, beta, running mean and running variance."""
    return [rng.normal(1.0, 0.5, d), rng.normal(0.0, 1.0, d), rng.normal(0.0, 1.0, d), rng.uniform(0.5, 2.0, d)]


def trained(submission, *args, **options):
    """The three results, known to be three."""
    result = submission.batch_norm(*args, **options)
    three = isinstance(result, list | tuple) and len(result) == 3
    require(
        three, "it must return (output, running mean, running variance)", "应返回（输出, 滑动均值, 滑动方差）", result
    )
    return result


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The batch is normalised with the variance that divides by N, and eps is under the root.",
    zh="归一化用的是除以 N 的方差，eps 在根号里面。",
)
def test_training_normalises_with_the_batch(submission):
    """In training the output comes from the mean and the biased variance of the batch.

    训练时，输出由这个 batch 的均值和有偏方差算出。
    """
    output, _, _ = trained(submission, X, 2 * ONE, 5 * ONE, ZERO, ONE, True, 0.1, 3.0)
    close(output, np.array([[4.0], [6.0]]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="momentum is the weight of the batch, not of the old value.",
    zh="momentum 是 batch 的权重，不是旧值的权重。",
)
def test_training_updates_the_running_mean(submission):
    """The new running mean is (1 − momentum)·old + momentum·batch mean.

    新的滑动均值是 (1 − momentum)·旧值 + momentum·batch 均值。
    """
    _, mean, _ = trained(submission, X, ONE, ZERO, 10 * ONE, ONE, True, 0.25, 3.0)
    close(mean, 8 * ONE)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The running variance gets the variance that divides by N − 1: ddof=1 in NumPy.",
    zh="滑动方差用的是除以 N − 1 的方差，在 NumPy 里是 ddof=1。",
)
def test_training_updates_the_running_variance_with_the_unbiased_one(submission):
    """The batch [1, 3] has the unbiased variance 2: 0.75·10 + 0.25·2 = 8.

    batch [1, 3] 的无偏方差是 2：0.75·10 + 0.25·2 = 8。
    """
    _, _, var = trained(submission, X, ONE, ZERO, ZERO, 10 * ONE, True, momentum=0.25, eps=3.0)
    close(var, 8 * ONE)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="In evaluation the batch's own mean and variance are not used at all.",
    zh="评估时完全不用这个 batch 自己的均值和方差。",
)
def test_evaluation_uses_the_running_values_and_keeps_them(submission):
    """In evaluation the running values normalise, and come back unchanged.

    评估时用滑动统计量归一化，并原样返回。
    """
    result = submission.batch_norm(X, 2 * ONE, 5 * ONE, -ONE, 6 * ONE, False, 0.5, 3.0)
    close(result, (np.array([[5 + 4 / 3], [5 + 8 / 3]]), -ONE, 6 * ONE))


def test_evaluation_takes_a_single_row(submission):
    """In evaluation a batch of one row is fine.

    评估时，只有一行的 batch 也可以。
    """
    close(submission.batch_norm(X[1:], ONE, ZERO, ONE, ONE, False, 0.1, 3.0), (ONE[None], ONE, ONE))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Average over the rows: axis=0. Each feature has a mean, a variance, a gamma and a beta of its own.",
    zh="沿行求平均，即 axis=0。每个特征都有自己的均值、方差、gamma 和 beta。",
)
def test_random_batches_agree_with_a_loop(submission, rng):
    """On random batches all three results agree with a loop over features, in both modes, also with the default values.

    对随机的 batch，三个结果都与逐特征计算一致，两种模式都一样；momentum 和 eps 取默认值时也一样。
    """
    for n, d in [(5, 3), (4, 4), (2, 6)]:
        x, arrays = rng.normal(2.0, 3.0, (n, d)), layer(rng, d)
        for training in (True, False):
            close(submission.batch_norm(x, *arrays, training), oracle(x, *arrays, training, 0.1, 1e-5))


@pytest.mark.hint(
    en="Without eps a constant feature divides 0 by 0.",
    zh="没有 eps，取值恒定的特征会出现 0 除以 0。",
)
def test_a_constant_feature_gives_beta(submission):
    """A feature that is the same in the whole batch comes out as beta.

    整个 batch 中取值都相同的特征，输出就是 beta。
    """
    x, beta = np.array([[7.0, -2.0]] * 3), np.array([2.0, 3.0])
    output, _, _ = trained(submission, x, np.ones(2), beta, x[0], np.ones(2), True)
    close(output, np.array([beta, beta, beta]))


@pytest.mark.hint(
    en="mean(x²) − mean(x)² loses all its digits when the mean is large. Subtract the mean before you square.",
    zh="均值很大时，mean(x²) − mean(x)² 会丢光有效数字。先减均值，再平方。",
)
def test_a_large_mean_does_no_harm(submission):
    """A feature near 1e9 is normalised as well as one near 0.

    在 1e9 附近的特征，归一化得和 0 附近的一样好。
    """
    output, _, _ = trained(submission, X + 1e9, 2 * ONE, 5 * ONE, ZERO, ONE, True, 0.1, 3.0)
    close(output, np.array([[4.0], [6.0]]))


@pytest.mark.hint(
    en="One row has no unbiased variance. NumPy gives nan with a warning, not an error.",
    zh="一行数据没有无偏方差。NumPy 给出的是 nan 和一条警告，不会报错。",
)
def test_training_with_one_row_raises_value_error(submission):
    """Training with N = 1 raises ValueError.

    N = 1 时训练，抛出 ValueError。
    """
    raises(ValueError, submission.batch_norm, X[:1], ONE, ZERO, ZERO, ONE, True)


@pytest.mark.hint(
    en="The new running values are new arrays; running_mean *= … changes the caller's.",
    zh="新的滑动统计量是新数组；running_mean *= … 会改动调用者的数组。",
)
def test_the_arguments_are_not_modified(submission):
    """After a call in training all arrays passed in hold the same numbers, the running values too.

    训练模式调用之后，所有传入的数组都保持原样，滑动统计量也一样。
    """
    result = unchanged(submission.batch_norm, X, 2 * ONE, 5 * ONE, ZERO, ONE, True, 0.1, 3.0)
    close(result, (np.array([[4.0], [6.0]]), 0.2 * ONE, 1.1 * ONE))


def test_float32_is_welcome(submission, rng):
    """float32 arrays work, to single precision.

    float32 的数组同样可用，精度为单精度。
    """
    x, arrays = rng.normal(1.0, 2.0, (6, 4)).astype(np.float32), [a.astype(np.float32) for a in layer(rng, 4)]
    expected = [a.astype(np.float32) for a in oracle(x, *arrays, True, 0.1, 0.5)]
    close(submission.batch_norm(x, *arrays, True, eps=0.5), expected)
