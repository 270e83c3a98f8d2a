"""The hidden suite of rope. Values are worked by hand, or come from `oracle`, complex numbers in float64."""

import math

import pytest
import torch

from grader.judge.suite import close, identical, kind, raises, same, unchanged


def oracle(x, positions, base=10000.0):
    """The halves as one complex number a + ib, times exp(iθ)."""
    half = x.shape[-1] // 2
    z = torch.complex(x[..., :half].double(), x[..., half:].double())
    turns = [[p * base ** (-i / half) for i in range(half)] for p in positions.tolist()]
    angles = torch.tensor(turns, dtype=torch.float64)  # without the dtype they would be rounded to float32 first
    turned = z * torch.polar(torch.ones_like(angles), angles)
    return torch.cat([turned.real, turned.imag], -1)


def places(*numbers):
    return torch.tensor(numbers, dtype=torch.int64)


def row(*numbers):
    return torch.tensor(numbers, dtype=torch.float64).reshape(1, 1, 1, -1)


def draw(rng, *shape):
    return torch.from_numpy(rng.normal(size=shape))


@pytest.mark.points(2)
def test_a_position_other_than_0_turns(submission):
    """(1, 0) at position 2 does not stay as it is: its first entry becomes cos 2.

    位置 2 上的 (1, 0) 不会保持原样：第一个元素变成 cos 2。
    """
    y = submission.apply_rope(row(1.0, 0.0), places(2), 1.0)
    same(kind(y), kind(row(1.0, 0.0)))
    close(y[..., :1], row(math.cos(2)))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The second entry is + x[0] sin θ: positive angles turn from the first half to the second.",
    zh="第二个元素是 + x[0] sin θ：正的角度从前一半转向后一半。",
)
def test_the_direction_of_the_turn(submission):
    """(1, 0) turned by 1 is (cos 1, sin 1), and (0, 1) is (-sin 1, cos 1).

    (1, 0) 旋转 1 得到 (cos 1, sin 1)，(0, 1) 得到 (-sin 1, cos 1)。
    """
    x = torch.cat([row(1.0, 0.0), row(0.0, 1.0)])
    due = torch.cat([row(math.cos(1), math.sin(1)), row(-math.sin(1), math.cos(1))])
    close(submission.apply_rope(x, places(1)), due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Split the last axis in two halves: chunk(2, -1), not [..., ::2].",
    zh="把最后一维分成前后两半：用 chunk(2, -1)，不是 [..., ::2]。",
)
def test_pairs_are_halves_and_not_neighbours(submission):
    """With d = 4, x[0] is paired with x[2]. (The base is 1, so that every pair turns by the position.)

    d = 4 时，与 x[0] 配对的是 x[2]。（base 取 1，每一对旋转的角度就是位置。）
    """
    close(submission.apply_rope(row(1.0, 0.0, 0.0, 0.0), places(3), 1.0), row(math.cos(3), 0.0, math.sin(3), 0.0))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The exponent is −2i/d with i from 0, so the last pair has base^(−(d−2)/d).",
    zh="指数是 −2i/d，i 从 0 开始，所以最后一对的频率是 base^(−(d−2)/d)。",
)
def test_the_frequencies_fall_from_1(submission):
    """With d = 6 the three pairs at position 5 turn by 5, 5 · base^(-1/3) and 5 · base^(-2/3).

    d = 6 时，位置 5 上的三对分别旋转 5、5 · base^(-1/3)、5 · base^(-2/3)。
    """
    angles = [5 * 10000.0 ** (-i / 3) for i in range(3)]
    due = row(*map(math.cos, angles), *map(math.sin, angles))
    close(submission.apply_rope(row(1.0, 1.0, 1.0, 0.0, 0.0, 0.0), places(5)), due)


def test_the_base_can_be_set(submission):
    """With base 100 and d = 4 the second pair turns by a tenth of the position.

    base 为 100、d = 4 时，第二对旋转的角度是位置的十分之一。
    """
    close(
        submission.apply_rope(row(0.0, 1.0, 0.0, 0.0), places(4), base=100.0),
        row(0.0, math.cos(0.4), 0.0, math.sin(0.4)),
    )


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Use the positions that are passed, not arange(T).",
    zh="要用传入的 positions，而不是 arange(T)。",
)
def test_the_positions_that_are_passed_count(submission, rng):
    """Positions may begin late, go back, repeat, and be others in the next call; they stay as they are.

    位置可以不从 0 开始、可以倒退、可以重复，下一次调用时可以不同；传入的张量保持原样。
    """
    for positions in (places(7, 3, 100_000, 3), places(8, 9, 10, 11)):
        x = draw(rng, 1, 1, 4, 6)
        close(unchanged(submission.apply_rope, x, positions), oracle(x, positions))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Angles of shape (T, d/2) broadcast over (B, h, T, d/2).",
    zh="形状为 (T, d/2) 的角度可以广播到 (B, h, T, d/2)。",
)
def test_the_third_axis_is_time(submission, rng):
    """In a batch with several heads every head is turned alike, in float32 too, also where h = T.

    多个 batch、多个头时，每个头的旋转都一样，float32 下也是；h = T 时也不例外。
    """
    for shape in ((2, 3, 4, 8), (3, 3, 3, 4)):
        x, positions = draw(rng, *shape).float(), torch.arange(shape[2]) * 9 + 2
        close(submission.apply_rope(x, positions), oracle(x, positions).float())


@pytest.mark.hint(
    en="Compute the frequencies and angles in float64 if x is float64.",
    zh="x 是 float64 时，频率和角度都要用 float64 计算。",
)
def test_float64_is_exact_at_large_positions(submission, rng):
    """In float64 position 100,000 is exact.

    float64 下，位置 100,000 也是精确的。
    """
    x, positions = draw(rng, 1, 1, 1, 8), places(100_000)
    close(submission.apply_rope(x, positions), oracle(x, positions))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Positions in bfloat16 are rounded to even numbers beyond 256: use float32 for the angles.",
    zh="bfloat16 下，超过 256 的位置会被舍入到偶数：角度请用 float32 计算。",
)
def test_angles_of_half_precision_inputs_are_precise(submission, rng):
    """In bfloat16 and float16 positions 301 and 2049 are told from their neighbours.

    bfloat16 和 float16 下，位置 301、2049 与相邻位置不会混淆。
    """
    for dtype in (torch.bfloat16, torch.float16):
        x, positions = draw(rng, 1, 2, 2, 8).clamp(-2, 2).to(dtype), places(301, 2049)
        close(submission.apply_rope(x, positions), oracle(x, positions).to(dtype), rtol=2e-2, atol=2e-2)


def test_the_result_has_the_dtype_of_x(submission):
    """Half precision in, half precision out.

    输入是半精度，输出也是半精度。
    """
    x = torch.ones(1, 2, 2, 4)
    for dtype in (torch.bfloat16, torch.float16):
        identical(submission.apply_rope(x.to(dtype), places(0, 0)), x.to(dtype))


def test_an_odd_width_raises_value_error(submission):
    """d = 3 and d = 1 raise ValueError.

    d = 3 和 d = 1 都抛出 ValueError。
    """
    for d in (3, 1):
        raises(ValueError, submission.apply_rope, torch.ones(1, 1, 2, d), places(0, 1))
