"""The hidden suite of weight_init.

The weights are checked by their statistics, over 40,000 entries and at least 5.5 standard errors wide; for the whole
distribution by the bound of Dvoretzky, Kiefer and Wolfowitz: P(sup |F_n − F| > ε) ≤ 2·exp(−2nε²), here below 1e-8. So a
right solution fails a test less than once in a million verdicts.
"""

import math

import numpy as np
import pytest

from grader.judge.suite import require, same

COUNT = 40_000
EPSILON = math.sqrt(math.log(2e8) / (2 * COUNT))


def drawn(function, fan_in, fan_out, seed):
    """The weights, once they are known to be an array of finite floats of the right shape."""
    weights = function(fan_in, fan_out, seed)
    right = isinstance(weights, np.ndarray) and weights.shape == (fan_out, fan_in) and weights.dtype.kind == "f"
    require(
        right and np.isfinite(weights).all(),
        f"it must be an array of finite floats of shape (fan_out, fan_in) = ({fan_out}, {fan_in})",
        f"应为形状 (fan_out, fan_in) = ({fan_out}, {fan_in}) 的有限浮点数组",
        weights,
    )
    return weights.astype(np.float64)


def about(actual, expected, error, what, zh):
    """`actual` is within `error` of `expected`."""
    require(
        abs(actual - expected) <= error,
        f"{what} is {actual:.5f}, not about {expected:.5f}",
        f"{zh}是 {actual:.5f}，应约为 {expected:.5f}",
    )


def distributed(weights, cdf, grid):
    """At each point of the grid the share of weights below it is about what `cdf` says."""
    shares = np.searchsorted(np.sort(weights.ravel()), grid) / COUNT
    for point, share in zip(grid, shares, strict=True):
        about(share, cdf(point), EPSILON, f"the share of weights below {point:.4f}", f"小于 {point:.4f} 的权重比例")


@pytest.mark.points(2)
@pytest.mark.hint(
    en="There is a row of fan_in weights for each output.",
    zh="每个输出对应一行，一行有 fan_in 个权重。",
)
def test_the_shape_is_outputs_by_inputs(submission):
    """Both return floats of shape (fan_out, fan_in), down to a single weight.

    两个函数都返回形状为 (fan_out, fan_in) 的浮点数，小到只有一个权重也一样。
    """
    for fan_in, fan_out in [(3, 2), (1, 4), (1, 1)]:
        drawn(submission.xavier_uniform, fan_in, fan_out, 0)
        drawn(submission.he_normal, fan_in, fan_out, 0)


@pytest.mark.points(2)
def test_xavier_stays_within_its_bound(submission, rng):
    """No Xavier weight is beyond ±√(6/(fan_in + fan_out)).

    Xavier 的权重都在 ±√(6/(fan_in + fan_out)) 之内。
    """
    weights = drawn(submission.xavier_uniform, 100, 400, int(rng.integers(1000)))
    largest, bound = float(np.abs(weights).max()), math.sqrt(6 / 500)
    require(
        largest <= bound * (1 + 1e-6),
        f"a weight is ±{largest:.5f}, beyond the bound {bound:.5f}",
        f"有权重达到 ±{largest:.5f}，超出了 {bound:.5f}",
    )


@pytest.mark.hint(
    en="A uniform distribution on [−b, b] has the variance b²/3, so b is √3 times the standard deviation.",
    zh="[−b, b] 上均匀分布的方差是 b²/3，所以 b 是标准差的 √3 倍。",
)
def test_xavier_has_its_variance(submission, rng):
    """Xavier weights have the variance 2/(fan_in + fan_out).

    Xavier 权重的方差是 2/(fan_in + fan_out)。
    """
    weights = drawn(submission.xavier_uniform, 100, 400, int(rng.integers(1000)))
    about(float(weights.var()), 0.004, 0.03 * 0.004, "the variance", "方差")  # standard error 0.45%


@pytest.mark.points(2)
def test_xavier_is_uniform(submission, rng):
    """Xavier weights are spread evenly over the whole interval.

    Xavier 权重在整个区间上均匀分布。
    """
    weights, bound = drawn(submission.xavier_uniform, 400, 100, int(rng.integers(1000))), math.sqrt(6 / 500)
    distributed(weights, lambda x: (x / bound + 1) / 2, np.linspace(-0.95, 0.95, 20) * bound)


def test_the_mean_is_zero(submission, rng):
    """The weights of both rules have the mean 0.

    两种规则的权重均值都是 0。
    """
    for function in (submission.xavier_uniform, submission.he_normal):
        mean = float(drawn(function, 200, 200, int(rng.integers(1000))).mean())
        about(mean, 0.0, 6 * 0.1 / 200, "the mean", "均值")


@pytest.mark.points(2)
@pytest.mark.hint(
    en="He's standard deviation is √(2/fan_in), and NumPy takes the deviation, not the variance.",
    zh="He 的标准差是 √(2/fan_in)；NumPy 的参数是标准差，不是方差。",
)
def test_he_has_its_standard_deviation(submission, rng):
    """He weights of a layer of 200 by 200 have the standard deviation √(2/200) = 0.1.

    200 × 200 的层，He 权重的标准差是 √(2/200) = 0.1。
    """
    weights = drawn(submission.he_normal, 200, 200, int(rng.integers(1000)))
    about(float(weights.std()), 0.1, 0.0025, "the standard deviation", "标准差")  # standard error 0.35%


@pytest.mark.hint(
    en="fan_in is the number of inputs; fan_out plays no part in He's rule.",
    zh="fan_in 是输入的个数；He 的规则与 fan_out 无关。",
)
def test_he_goes_by_fan_in(submission, rng):
    """The standard deviation is √(2/fan_in) in wide and in narrow layers.

    宽层和窄层的标准差都是 √(2/fan_in)。
    """
    for fan_in, fan_out in [(100, 400), (400, 100)]:
        deviation = math.sqrt(2 / fan_in)
        weights = drawn(submission.he_normal, fan_in, fan_out, int(rng.integers(1000)))
        about(float(weights.std()), deviation, 0.025 * deviation, "the standard deviation", "标准差")  # error 0.35%


@pytest.mark.points(2)
def test_he_is_normal(submission, rng):
    """He weights follow the normal distribution; here fan_in is 2, so its deviation is 1.

    He 权重服从正态分布；这里 fan_in 为 2，标准差是 1。
    """
    weights = drawn(submission.he_normal, 2, COUNT // 2, int(rng.integers(1000)))
    distributed(weights, lambda x: (1 + math.erf(x / math.sqrt(2))) / 2, np.linspace(-2.5, 2.5, 21))


@pytest.mark.hint(
    en="A normal distribution has no bound: one weight in 370 is beyond three deviations.",
    zh="正态分布没有边界：大约每 370 个权重就有一个超出三个标准差。",
)
def test_he_has_tails(submission, rng):
    """Of 40,000 He weights some 108 are beyond three of the standard deviations that they have.

    40,000 个 He 权重中，约有 108 个超出自身标准差的三倍。
    """
    weights = drawn(submission.he_normal, 200, 200, int(rng.integers(1000)))
    beyond = int((np.abs(weights) > 3 * weights.std()).sum())
    require(
        50 <= beyond <= 180,
        f"{beyond} weights are beyond three standard deviations, not about 108",
        f"超出三个标准差的权重有 {beyond} 个，应约为 108 个",
    )


@pytest.mark.hint(
    en="Make a fresh generator from the seed in every call. 0 is a seed like any other.",
    zh="每次调用都用 seed 新建一个生成器。0 也是普通的种子。",
)
def test_the_same_seed_gives_the_same_weights(submission):
    """A call gives the same weights again, with calls in between, and for seed 0 too.

    相同的调用给出相同的权重，中间隔着别的调用也一样，种子为 0 也一样。
    """
    for function in (submission.xavier_uniform, submission.he_normal):
        first = {seed: drawn(function, 3, 4, seed) for seed in (0, 7)}
        for seed, weights in first.items():
            same(drawn(function, 3, 4, seed), weights)


def test_different_seeds_give_different_weights(submission):
    """Another seed gives other weights.

    种子不同，权重就不同。
    """
    for function in (submission.xavier_uniform, submission.he_normal):
        differ = not np.array_equal(drawn(function, 3, 4, 1), drawn(function, 3, 4, 2))
        require(differ, "two seeds give the same weights", "两个不同的种子给出了相同的权重")


@pytest.mark.hint(
    en="Draw the whole matrix, not one row for all outputs.",
    zh="要抽出整个矩阵，而不是一行权重给所有输出共用。",
)
def test_every_weight_is_drawn_by_itself(submission, rng):
    """Hardly any two of 40,000 weights are equal.

    40,000 个权重几乎互不相同。
    """
    for function in (submission.xavier_uniform, submission.he_normal):
        weights = drawn(function, 200, 200, int(rng.integers(1000)))
        different = len(np.unique(weights))
        require(
            different > 0.95 * COUNT,
            f"only {different} of {COUNT} weights differ",
            f"{COUNT} 个权重中只有 {different} 个不同的值",
        )
