"""The hidden suite of log_softmax.

Expected values are logarithms of hand-worked shares, or come from `oracle`, which loops over slices with `math`.
"""

import math

import numpy as np
import pytest

from grader.judge.suite import close, require, unchanged

LN2, LN5 = math.log(2.0), math.log(5.0)


def oracle(x, axis):
    """Log-softmax by loops over single numbers."""

    def one(numbers):
        top = max(float(n) for n in numbers)
        shifted = [float(n) - top for n in numbers]
        total = math.log(math.fsum(math.exp(s) for s in shifted))
        return np.array([s - total for s in shifted])

    return np.apply_along_axis(one, axis, x)


@pytest.mark.points(2)
def test_a_row_of_logarithms_gives_the_logarithms_of_its_shares(submission):
    """Entries ln 1, ln 2, ln 5 give the logarithms of 1/8, 2/8 and 5/8.

    元素为 ln 1、ln 2、ln 5 时，结果是 1/8、2/8、5/8 的对数。
    """
    close(submission.log_softmax(np.array([0.0, LN2, LN5])), np.log([0.125, 0.25, 0.625]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Which axis does your subtraction broadcast along when the matrix is square?",
    zh="矩阵是方阵时，你的减法沿哪个轴广播？",
)
def test_without_an_axis_the_last_one_is_normalised(submission, rng):
    """By default each slice along the last axis is normalised, also in a square matrix and at rank 3.

    默认沿最后一个轴归一化，方阵和三维数组也一样。
    """
    for shape in [(4, 4), (3, 3, 3)]:
        x = rng.normal(0.0, 2.0, shape)
        close(submission.log_softmax(x), oracle(x, -1))


@pytest.mark.points(2)
def test_any_axis_can_be_normalised(submission, rng):
    """Each axis can be chosen, counted from the front or from the end, at any rank.

    可以指定任意一个轴，从前数或从后数都行，维数不限。
    """
    for shape, axes in [((5,), (0,)), ((4, 4), (0, -2)), ((2, 3, 4), (0, 1, 2, -2)), ((2, 2, 2, 2), (1,))]:
        x = rng.normal(0.0, 2.0, shape)
        for axis in axes:
            close(submission.log_softmax(x, axis), oracle(x, axis))


def test_axis_is_a_keyword_too(submission):
    """`axis` can be passed by name, and an axis of size 1 gives zeros.

    `axis` 可以按名字传入；大小为 1 的轴，结果全为 0。
    """
    close(submission.log_softmax(np.array([[3.0, -7.0]]), axis=0), np.zeros((1, 2)))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="exp(1000) overflows. What can you subtract from all entries first?",
    zh="exp(1000) 会溢出。可以先从所有元素里减去什么？",
)
def test_large_entries_do_not_overflow(submission):
    """Large entries, positive or negative, give what small ones with the same differences give.

    元素很大（正或负）时，结果与差值相同的小元素一致。
    """
    due = np.log([0.25, 0.75])
    close(submission.log_softmax(np.array([5000.0, 5000.0 + math.log(3.0)])), due)
    close(submission.log_softmax(np.array([-5000.0, -5000.0 + math.log(3.0)])), due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The logarithm of a probability that underflowed is -inf. Never compute the probability at all.",
    zh="概率一旦下溢，取对数就是 -inf。干脆不要去算概率。",
)
def test_a_tiny_probability_has_a_finite_logarithm(submission):
    """Far below the maximum the log-probability is the difference, finite and exact, out to ±1e300.

    远小于最大值的元素，对数概率就是那个差值，有限且准确，直到 ±1e300。
    """
    close(submission.log_softmax(np.array([0.0, -1000.0])), np.array([0.0, -1000.0]))
    close(submission.log_softmax(np.array([1e300, -1e300])), np.array([0.0, -2e300]))


@pytest.mark.hint(
    en="An epsilon in the logarithm changes every small probability.",
    zh="对数里的 epsilon 会改变所有很小的概率。",
)
def test_a_small_probability_is_not_rounded_up(submission):
    """40 below the maximum the log-probability is -40, as exact as any other.

    比最大值小 40 的元素，对数概率就是 -40，与其他值一样准确。
    """
    close(submission.log_softmax(np.array([0.0, -40.0])), np.array([0.0, -40.0]))


@pytest.mark.hint(
    en="1e300 + log(2) is 1e300. Subtract the maximum first and the logarithm second.",
    zh="1e300 + log(2) 还是 1e300。先减最大值，再减对数。",
)
def test_huge_equal_entries_still_share(submission):
    """Equal entries share equally however large they are: two of 1e300 get −ln 2 each.

    相等的元素不管多大都平分：两个 1e300 各得 −ln 2。
    """
    for size in (1e300, -1e300):
        close(submission.log_softmax(np.array([size, size])), np.array([-LN2, -LN2]))


@pytest.mark.hint(
    en="One maximum for the whole array is too large for some of its rows.",
    zh="整个数组共用一个最大值，对有些行来说太大了。",
)
def test_slices_of_different_size_do_not_disturb_each_other(submission):
    """Each slice has its own maximum: a row of zeros beside a row of thousands is still right.

    每个切片有自己的最大值：全 0 的行旁边有一行是几千，结果也不受影响。
    """
    x = np.array([[0.0, 0.0], [4000.0, 4000.0], [-4000.0, -4000.0]])
    close(submission.log_softmax(x), np.full((3, 2), -LN2))


@pytest.mark.hint(
    en="What is 0 - 200 in uint8, and which dtype does np.exp give for int8? Convert first.",
    zh="在 uint8 里 0 - 200 等于多少？np.exp 对 int8 返回什么 dtype？请先转换类型。",
)
@pytest.mark.parametrize("dtype", ["int64", "int8", "uint8", "uint64"])
def test_integers_give_float64(submission, dtype):
    """Integers of any type give float64, with the values of the same numbers as floats.

    任意类型的整数都得到 float64，数值与同样大小的浮点数一致。
    """
    info = np.iinfo(dtype)
    for numbers in ([1, 2, 4], [info.min, info.max]):
        x = np.array(numbers, dtype=dtype)
        found = submission.log_softmax(x)
        close(found, oracle(x, 0))
        require(
            found.dtype == np.float64,
            en="Integer input gives a float64 array.",
            zh="整数输入应得到 float64 数组。",
            actual=str(found.dtype),
            expected="float64",
        )


def test_float32_is_welcome(submission, rng):
    """A float32 array works like a float64 one, to single precision.

    float32 数组同样可用，精度为单精度。
    """
    x = rng.normal(0.0, 2.0, (3, 5)).astype(np.float32)
    close(submission.log_softmax(x), oracle(x, -1).astype(np.float32))


def test_the_argument_is_not_modified(submission, rng):
    """The array holds the same numbers after the call, as integers too.

    调用之后，传入的数组保持原样，整数数组也一样。
    """
    for x in (rng.normal(0.0, 2.0, (3, 4)), np.array([3, 1, 2])):
        close(unchanged(submission.log_softmax, x), oracle(x, -1))
