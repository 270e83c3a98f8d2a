"""Hidden suite of positional_encoding. Expected values come from `math`, in float64, entry by entry."""

import math

import pytest
import torch

from grader.judge.suite import close, raises, require, same


def encoding(position, dim):
    """The row of one position."""
    angles = [position / 10000 ** (2 * i / dim) for i in range(dim // 2)]
    return torch.tensor([wave(angle) for angle in angles for wave in (math.sin, math.cos)])


def encodings(length, dim):
    return torch.stack([encoding(position, dim) for position in range(length)])


def checked(found, length, dim):
    """The encodings, once they are known to be a float32 tensor of the right shape."""
    require(
        isinstance(found, torch.Tensor) and found.dtype == torch.float32 and found.shape == (length, dim),
        f"it must be a float32 tensor of shape {(length, dim)}",
        f"应为形状 {(length, dim)} 的 float32 张量",
        found,
    )
    return found


@pytest.mark.points(2)
def test_one_row_per_position_in_float32(submission):
    """The result is a float32 tensor of shape (length, dim).

    返回形状 (length, dim) 的 float32 张量。
    """
    checked(submission.sinusoidal_positions(5, 6), 5, 6)


@pytest.mark.hint(
    en="Positions are counted from 0.",
    zh="位置从 0 开始。",
)
def test_position_zero_is_zeros_and_ones(submission):
    """Position 0 is 0 in the even columns and 1 in the odd ones.

    位置 0 的偶数列是 0，奇数列是 1。
    """
    same(submission.sinusoidal_positions(1, 4), torch.tensor([[0.0, 1.0, 0.0, 1.0]]))


@pytest.mark.hint(
    en="The first pair has frequency 1, whatever dim is.",
    zh="无论 dim 是多少，第一对的频率都是 1。",
)
def test_the_first_pair_turns_by_one_radian(submission):
    """With dim = 2 position pos is encoded as sin(pos), cos(pos).

    dim = 2 时，位置 pos 的编码是 sin(pos), cos(pos)。
    """
    close(submission.sinusoidal_positions(8, 2), encodings(8, 2))


@pytest.mark.hint(
    en="Compute an angle once per pair, and take both its sine and its cosine.",
    zh="每一对只算一个角度，然后取它的正弦和余弦。",
)
def test_both_columns_of_a_pair_share_an_angle(submission):
    """The squares of the two columns of a pair sum to 1.

    同一对的两列，平方和为 1。
    """
    found = checked(submission.sinusoidal_positions(6, 8), 6, 8)
    close((found[:, 0::2] ** 2 + found[:, 1::2] ** 2), torch.ones(6, 4), atol=1e-5)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The exponent of columns 2i and 2i + 1 is 2i/dim, for both: columns 0, 2, 4, … over dim.",
    zh="第 2i 列和第 2i + 1 列的指数都是 2i/dim：用 0, 2, 4, … 除以 dim。",
)
def test_the_last_pair_is_the_slowest(submission):
    """With dim = 4 the second pair has the frequency 1/100.

    dim = 4 时，第二对的频率是 1/100。
    """
    found = checked(submission.sinusoidal_positions(51, 4), 51, 4)
    close(found[50, 2:], torch.tensor([math.sin(0.5), math.cos(0.5)]))


def turns(found):
    """How far each pair turns from position 0 to position 1, in radians."""
    angles = torch.atan2(found[:, 0::2], found[:, 1::2])
    return angles[1] - angles[0]


@pytest.mark.hint(
    en="The exponent 2i/dim lies between 0 and 1, and the position is divided by the power.",
    zh="指数 2i/dim 在 0 与 1 之间；位置要除以这个幂。",
)
def test_frequencies_lie_between_one_and_a_ten_thousandth(submission):
    """From position 0 to 1 no pair turns by more than 1 radian, and none by less than 1/10000.

    从位置 0 到 1，每一对转过的角度不超过 1 弧度，也不小于 1/10000。
    """
    found = turns(checked(submission.sinusoidal_positions(2, 128), 2, 128))
    inside = bool(((found > 0.99e-4) & (found < 1.0001)).all())
    require(inside, "A frequency lies outside of 1/10000 … 1.", "有的频率不在 1/10000 到 1 之间。", found)


@pytest.mark.hint(
    en="Is the exponent 2i/dim or i/dim? With the former the last pair comes close to 1/10000.",
    zh="指数是 2i/dim 还是 i/dim？前者的最后一对接近 1/10000。",
)
def test_with_many_pairs_the_last_one_is_very_slow(submission):
    """The last of 64 pairs turns by less than 1/500 from one position to the next.

    64 对中的最后一对，相邻位置之间转过的角度小于 1/500。
    """
    found = turns(checked(submission.sinusoidal_positions(2, 128), 2, 128))
    require(bool(found[-1].abs() < 1 / 500), "The last pair turns too fast.", "最后一对转得太快。", found[-1])


@pytest.mark.points(3)
@pytest.mark.parametrize(("length", "dim"), [(64, 16), (7, 10), (3, 128)])
def test_every_entry_follows_the_formula(submission, length, dim):
    """Every entry follows the formula, also where there are more columns than rows.

    每个元素都符合公式，列数多于行数时也一样。
    """
    close(submission.sinusoidal_positions(length, dim), encodings(length, dim), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("dim", [1, 7])
def test_an_odd_width_is_an_error(submission, dim):
    """An odd dim raises ValueError.

    dim 为奇数时抛出 ValueError。
    """
    raises(ValueError, submission.sinusoidal_positions, 3, dim)


@pytest.mark.hint(
    en="If you keep results for the next call, hand out copies.",
    zh="如果你把结果留给下次调用，就应返回副本。",
)
def test_each_call_gives_a_tensor_of_its_own(submission, support):
    """A result that the caller changes does not change the next one.

    调用者修改结果之后，下一次的结果不受影响。
    """
    due = submission.sinusoidal_positions(3, 4)
    close(support.asked_twice(3, 4), due)
