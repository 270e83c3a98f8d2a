"""Hidden suite of local_masks. Expected values come from loops over pairs of positions."""

import math

import pytest
import torch

from grader.judge.suite import close, raises, require, same


def window_of(length, window):
    return torch.tensor([[i - window < j <= i for j in range(length)] for i in range(length)])


def bias_of(num_heads, length):
    slopes = [2 ** (-8 * (h + 1) / num_heads) for h in range(num_heads)]
    rows = [[[-m * (i - j) if j <= i else -math.inf for j in range(length)] for i in range(length)] for m in slopes]
    return torch.tensor(rows)


def checked(found, shape, dtype=torch.float32):
    """The result, once it is known to be a tensor of its shape and dtype."""
    require(
        isinstance(found, torch.Tensor) and found.dtype == dtype and found.shape == shape,
        f"it must be a tensor of shape {shape} and dtype {dtype}",
        f"应为形状 {shape}、dtype 为 {dtype} 的张量",
        found,
    )
    return found


@pytest.mark.points(2)
@pytest.mark.hint(
    en="j > i − window: the query's own position is one of the window's.",
    zh="j > i − window：查询自己的位置也算在窗口里。",
)
def test_a_query_sees_a_window_of_positions(submission):
    """The window holds the query and the window − 1 positions before it.

    窗口包括查询自己和前面的 window − 1 个位置。
    """
    same(submission.sliding_window_mask(6, 3), window_of(6, 3))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="j ≤ i, whatever the window: no query sees the future.",
    zh="无论窗口多大都有 j ≤ i：查询看不到未来。",
)
def test_a_large_window_is_causal(submission):
    """A window of T or more gives the causal mask.

    窗口不小于 T 时就是因果掩码。
    """
    same(submission.sliding_window_mask(4, 4), window_of(4, 4))
    same(submission.sliding_window_mask(3, 50), window_of(3, 50))


@pytest.mark.hint(
    en="Row i is query i, column j is key j.",
    zh="第 i 行是查询 i，第 j 列是键 j。",
)
def test_the_last_query_sees_the_last_positions(submission):
    """The last row is True for the last positions, as many as the window holds.

    最后一行只有最后几个位置是 True，个数等于窗口大小。
    """
    found = checked(submission.sliding_window_mask(5, 2), (5, 5), torch.bool)
    same(found[-1], torch.tensor([False, False, False, True, True]))


def test_a_window_of_one_is_the_query_itself(submission):
    """With window = 1 each query sees only itself.

    window = 1 时每个查询只能看到自己。
    """
    same(submission.sliding_window_mask(3, 1), torch.eye(3, dtype=torch.bool))
    same(submission.sliding_window_mask(1, 1), torch.eye(1, dtype=torch.bool))


@pytest.mark.parametrize("window", [0, -2])
def test_an_empty_window_is_an_error(submission, window):
    """window < 1 raises ValueError.

    window < 1 时抛出 ValueError。
    """
    raises(ValueError, submission.sliding_window_mask, 4, window)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The first head has the slope 2^(−8/num_heads), the last one 2^−8: 1/256 for any number of heads.",
    zh="第一个头的斜率是 2^(−8/num_heads)，最后一个总是 2^−8，即 1/256。",
)
@pytest.mark.parametrize(
    ("num_heads", "slopes"),
    [
        (1, [1 / 256]),
        (2, [1 / 16, 1 / 256]),
        (4, [1 / 4, 1 / 16, 1 / 64, 1 / 256]),
        (16, [2 ** (-n / 2) for n in range(1, 17)]),
    ],
)
def test_each_head_has_its_slope(submission, num_heads, slopes):
    """The slopes are 2^(−8(h + 1)/num_heads), h from 0: one step back costs the slope.

    斜率是 2^(−8(h + 1)/num_heads)，h 从 0 开始：往前一个位置减去一个斜率。
    """
    bias = checked(submission.alibi_bias(num_heads, 2), (num_heads, 2, 2))
    close(bias[:, 1, 0], -torch.tensor(slopes))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A key that is further back gets a lower bias: −m·(i − j), which is 0 on the diagonal.",
    zh="越靠前的键偏置越低：−m·(i − j)，对角线上是 0。",
)
def test_the_bias_falls_with_the_distance(submission):
    """For j ≤ i the bias is −m·(i − j).

    j ≤ i 时偏置是 −m·(i − j)。
    """
    for num_heads, length in ((8, 5), (2, 1)):
        bias = checked(submission.alibi_bias(num_heads, length), (num_heads, length, length))
        past = torch.ones(length, length).tril().bool()
        close(torch.where(past, bias, 0.0), torch.where(past, bias_of(num_heads, length), 0.0))


@pytest.mark.hint(
    en="Neither a key further back nor a later one may be favoured.",
    zh="无论是更靠前的键还是靠后的键，都不能被偏向。",
)
def test_no_bias_is_positive(submission):
    """All entries are 0 or negative.

    所有元素都不大于 0。
    """
    bias = checked(submission.alibi_bias(4, 3), (4, 3, 3))
    require(bool((bias <= 0).all()), "A bias is positive.", "有的偏置是正数。", bias)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Later keys get −inf, not a positive bias and not 0.",
    zh="靠后的键是 −inf，不是正的偏置，也不是 0。",
)
def test_later_keys_get_minus_infinity(submission):
    """For j > i the bias is −inf in every head.

    j > i 时，每个头的偏置都是 −inf。
    """
    bias = checked(submission.alibi_bias(2, 4), (2, 4, 4))
    same(bias == -math.inf, torch.ones(2, 4, 4).triu(1).bool())


@pytest.mark.hint(
    en="1, 2, 4, 8, … are powers of two. What does your check say of 6, of 0, of −4?",
    zh="1、2、4、8……是 2 的幂。你的检查对 6、0、−4 怎么说？",
)
@pytest.mark.parametrize("num_heads", [3, 6, 12, 0, -4])
def test_the_number_of_heads_must_be_a_power_of_two(submission, num_heads):
    """Any other number of heads raises ValueError.

    其他头数都抛出 ValueError。
    """
    raises(ValueError, submission.alibi_bias, num_heads, 4)
