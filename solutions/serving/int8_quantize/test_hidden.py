"""The hidden suite of int8_quantize. Scales are powers of two, so that quotients are exact or far from a half."""

import numpy as np
import pytest

from grader.judge.suite import close, identical, raises, require, same, unchanged


def quantised(submission, w):
    """q and scale, after a look at whether two arrays came."""
    result = submission.quantize(w)
    pair = isinstance(result, list | tuple) and len(result) == 2
    require(pair, "quantize must return q and scale.", "quantize 应返回 q 和 scale。", result)
    return result


def integers(*rows):
    return np.array(rows, dtype=np.int8)


def random_rows(rng, rows, columns):
    """Integers (the first of each row ±127), scales, and numbers near scale times integers."""
    q = rng.integers(-126, 127, size=(rows, columns))
    q[:, 0] = rng.choice([-127, 127], size=rows)
    scale = 2.0 ** rng.integers(-8, 8, size=rows)
    noise = rng.uniform(-0.4, 0.4, size=q.shape)
    noise[:, 0] = 0.0
    return q.astype(np.int8), scale, (q + noise) * scale[:, None]


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Take the maximum of |w| along each row, with axis=1.",
    zh="沿每一行取 |w| 的最大值，即 axis=1。",
)
def test_each_row_has_a_scale_of_its_own(submission):
    """The scale of a row is its largest absolute value over 127, for a square matrix, too.

    一行的 scale 是该行最大绝对值除以 127，方阵也一样。
    """
    _, scale = quantised(submission, np.array([[254.0, 1.0], [3.0, 63.5]]))
    close(scale, np.array([2.0, 0.5]))
    _, scale = quantised(submission, np.array([[1.0, 2.0, -127.0, 5.0], [0.0, 31.75, 0.0, 0.0]]))
    close(scale, np.array([1.0, 0.25]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Divide by the row's scale, round, and cast to np.int8.",
    zh="除以该行的 scale，舍入，再转成 np.int8。",
)
def test_weights_become_int8(submission, rng):
    """q has dtype int8 and holds the rounded quotients, of either sign.

    q 的 dtype 是 int8，是舍入后的商，正负都有。
    """
    q, scale, w = random_rows(rng, 5, 40)
    found = quantised(submission, w)
    identical(found[0], q)
    close(found[1], scale)


@pytest.mark.hint(
    en="np.rint and np.round round halves to even; floor(x + 0.5) and int() don't.",
    zh="np.rint 和 np.round 对一半取偶数；floor(x + 0.5) 和 int() 不是。",
)
def test_halves_are_rounded_to_even(submission):
    """With the scale 1, 0.5 becomes 0, 1.5 and 2.5 become 2, and the same below 0.

    scale 为 1 时，0.5 变成 0，1.5 和 2.5 变成 2，负数同理。
    """
    w = np.array([[127.0, 0.5, 1.5, 2.5, 3.5, -0.5, -1.5, -2.5, -3.5]])
    same(quantised(submission, w)[0], integers([127, 0, 2, 2, 4, 0, -2, -2, -4]))


@pytest.mark.hint(
    en="Symmetric means that the largest absolute value decides, whatever its sign, and lands on 127 or -127.",
    zh="对称是指由绝对值最大的数决定，不管正负，它落在 127 或 -127 上。",
)
def test_the_range_is_symmetric(submission):
    """The most negative weight becomes -127 where it is the largest in size; small positive ones stay positive.

    绝对值最大的是负数时，它变成 -127；小的正数仍为正。
    """
    q, scale = quantised(submission, np.array([[-254.0, 100.0, 0.0], [-254.0, -254.0, -240.0]]))
    same(q, integers([-127, 50, 0], [-127, -127, -120]))
    close(scale, np.array([2.0, 2.0]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="max|w| is 0 there, and 0 / 0 is nan.",
    zh="这时 max|w| 为 0，而 0 / 0 是 nan。",
)
def test_a_row_of_zeros_has_the_scale_one(submission):
    """A row of zeros has zeros and the scale 1; a row of tiny numbers, or one that sums to 0, is like any other.

    全零的行量化后仍为零，scale 为 1；数值极小的行、总和为 0 的行与其他行一样处理。
    """
    q, scale = quantised(submission, np.array([[0.0, 0.0], [2.0**-40, 127 * 2.0**-40], [254.0, -254.0]]))
    same(q, integers([0, 0], [1, 127], [127, -127]))
    close(scale, np.array([1.0, 2.0**-40, 2.0]))


@pytest.mark.hint(
    en="scale[:, None] multiplies rows. scale alone multiplies columns.",
    zh="scale[:, None] 按行相乘，直接用 scale 是按列相乘。",
)
def test_dequantize_multiplies_each_row_by_its_scale(submission):
    """Each row is multiplied by its own scale, in a square matrix, too.

    每一行乘以自己的 scale，方阵也一样。
    """
    close(
        submission.dequantize(integers([1, -2], [3, 127]), np.array([0.5, 4.0])), np.array([[0.5, -1.0], [12.0, 508.0]])
    )


@pytest.mark.points(3)
@pytest.mark.hint(
    en="Quantise x, multiply integers, then multiply by both scales.",
    zh="量化 x，做整数乘法，再乘以两个 scale。",
)
def test_the_product_is_one_of_integers_and_both_scales(submission, rng):
    """Each output is the sum of integer products times the scale of its row of x and that of its row of W.

    每个输出是整数乘积之和，乘以 x 对应行的 scale 和 W 对应行的 scale。
    """
    for batch, out in ((3, 5), (4, 4)):
        xq, x_scale, x = random_rows(rng, batch, 7)
        q, scale, _ = random_rows(rng, out, 7)
        exact = [[sum(int(a) * int(b) for a, b in zip(row, column, strict=True)) for column in q] for row in xq]
        close(submission.int8_linear(x, q, scale), np.array(exact) * np.outer(x_scale, scale))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="x is quantised, too: small differences between inputs disappear.",
    zh="x 也要量化：输入之间的微小差别会消失。",
)
def test_the_input_is_quantised_too(submission):
    """An input of 0.3 beside one of 127 counts as 0, and one of 0.7 as 1.

    与 127 同行的输入 0.3 按 0 计，0.7 按 1 计。
    """
    x, q = np.array([[127.0, 0.3], [127.0, 0.7], [0.0, 0.0]]), integers([0, 100])
    close(submission.int8_linear(x, q, np.array([2.0])), np.array([[0.0], [200.0], [0.0]]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Cast both factors to np.int32 before you multiply.",
    zh="相乘之前，把两个因子都转成 np.int32。",
)
def test_sums_do_not_overflow(submission):
    """A single product of 100 · 100 is right, and so is a sum of 133,000 products of 127 · 127.

    单个乘积 100 · 100 正确，133,000 个 127 · 127 之和也正确。
    """
    x = np.array([[127.0, 100.0]])
    close(submission.int8_linear(x, integers([0, 100]), np.array([1.0])), np.array([[10000.0]]))
    n = 133_000
    q = np.full((1, n), -127, dtype=np.int8)
    close(submission.int8_linear(np.full((1, n), 127.0), q, np.array([1.0])), np.array([[-127.0 * 127 * n]]))


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_numbers_that_are_not_finite_raise_value_error(submission, bad):
    """nan and infinities raise ValueError in quantize and in the input of int8_linear.

    quantize 的权重、int8_linear 的输入中有 nan 或无穷大时抛出 ValueError。
    """
    w = np.array([[1.0, 2.0], [bad, 1.0]])
    raises(ValueError, submission.quantize, w)
    raises(ValueError, submission.int8_linear, w, integers([1, 127]), np.array([1.0]))


def test_the_arguments_stay_as_they_are(submission):
    """None of the functions modifies its arguments.

    这些函数都不修改传入的参数。
    """
    w = np.array([[2.0, 254.0]])
    unchanged(submission.quantize, w)
    close(unchanged(submission.int8_linear, w, integers([1, 127]), np.array([0.5])), np.array([[16130.0]]))
