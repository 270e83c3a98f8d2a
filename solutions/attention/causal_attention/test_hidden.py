"""Hidden suite of causal_attention. The oracle is PyTorch's own attention with an explicit mask, here in the judge."""

import math

import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows

from grader.judge.suite import box, close, raises, require, unchanged


def drawn(rng, batch, heads, queries, keys, width):
    """Float64 tensors q, k, v."""
    shapes = [(batch, heads, length, width) for length in (queries, keys, keys)]
    return [torch.from_numpy(rng.standard_normal(shape)) for shape in shapes]


def oracle(q, k, v):
    queries, keys = q.shape[-2], k.shape[-2]
    seen = torch.tensor([[j <= keys - queries + i for j in range(keys)] for i in range(queries)])
    return F.scaled_dot_product_attention(q, k, v, attn_mask=seen)


def swapped(tensor):
    """The same tensor in the worker, lying in memory as (B, T, h, d)."""
    handle = box(tensor.transpose(1, 2).contiguous())
    handle.transpose_(1, 2)
    return handle


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Set the scores of later keys to -inf before the softmax; then the rest still sums to 1.",
    zh="在 softmax 之前把靠后的键的分数设为 -inf，剩下的权重之和仍为 1。",
)
def test_a_query_takes_the_mean_of_what_it_sees(submission):
    """With equal scores each query gets the mean of the values up to its own position.

    分数都相等时，每个查询得到自己位置及之前各个值的平均。
    """
    ones, v = torch.ones(1, 1, 4, 1), torch.tensor([2.0, 6.0, 1.0, 7.0]).view(1, 1, 4, 1)
    close(submission.causal_attention(ones, ones, v), torch.tensor([2.0, 4.0, 3.0, 4.0]).view(1, 1, 4, 1))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="With d = 9 the scores are divided by 3, whatever the number of heads and keys.",
    zh="d = 9 时分数除以 3，与头数和键的个数无关。",
)
def test_scores_are_divided_by_the_root_of_the_width(submission):
    """For d = 9 a dot product of 3 ln 3 is a score of ln 3, so the weights are 1/4 and 3/4.

    d = 9 时，点积 3 ln 3 对应分数 ln 3，权重是 1/4 和 3/4。
    """
    q, k, v = torch.zeros(1, 1, 1, 9), torch.zeros(1, 1, 2, 9), torch.zeros(1, 1, 2, 9)
    q[..., 0], k[..., 1, 0], v[..., 1, 0] = 1.0, 3 * math.log(3), 1.0
    close(submission.causal_attention(q, k, v), torch.tensor([0.75] + [0.0] * 8).view(1, 1, 1, 9))


@pytest.mark.points(2)
def test_it_agrees_with_pytorch(submission, rng):
    """Output agrees with PyTorch's own attention, each sequence and head on its own; the arguments stay unchanged.

    输出与 PyTorch 自带的注意力一致，每个序列、每个头各自计算；参数保持不变。
    """
    given = drawn(rng, 2, 3, 5, 5, 4)
    close(unchanged(submission.causal_attention, *given), oracle(*given))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The queries are the last positions. Query i is at position Tk - Tq + i, so a plain triangle is not enough.",
    zh="查询是最后的几个位置，查询 i 位于 Tk - Tq + i，所以普通的下三角不够。",
)
@pytest.mark.parametrize("queries", [1, 3])
def test_fewer_queries_are_the_last_positions(submission, rng, queries):
    """With fewer queries than keys the queries are the last positions; a single one sees all keys.

    查询比键少时，查询是最后的几个位置；只有一个查询时它能看到所有的键。
    """
    given = drawn(rng, 2, 2, queries, 6, 3)
    close(submission.causal_attention(*given), oracle(*given))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Query i must not see key i + 1 nor anything behind it.",
    zh="查询 i 不能看到键 i + 1，也不能看到更后面的键。",
)
def test_the_future_changes_nothing(submission, rng):
    """With another last value the outputs of the earlier positions stay the same.

    换掉最后一个值，前面各位置的输出不变。
    """
    q, k, v = drawn(rng, 1, 2, 5, 5, 3)
    due = oracle(q, k, v)[:, :, :4]
    v[:, :, 4] = 1e6
    output = submission.causal_attention(q, k, v)
    require(
        isinstance(output, torch.Tensor) and output.shape == q.shape,
        f"it must be a tensor of shape {tuple(q.shape)}",
        f"应为形状 {tuple(q.shape)} 的张量",
        output,
    )
    close(output[:, :, :4], due, atol=10.0)  # which of the values were mixed, and not how


@pytest.mark.hint(
    en="Compare the two lengths first.",
    zh="先比较两个长度。",
)
def test_more_queries_than_keys_are_an_error(submission, rng):
    """Tq > Tk raises ValueError.

    Tq > Tk 时抛出 ValueError。
    """
    raises(ValueError, submission.causal_attention, *drawn(rng, 1, 2, 4, 3, 2))


@pytest.mark.hint(
    en="Is the number that you put in place of a later score below every real score?",
    zh="你用来替换靠后分数的那个数，是否比任何真实的分数都小？",
)
def test_large_scores_let_nothing_through(submission):
    """With scores of 10,000 and more there is no nan, and later keys still get no weight.

    分数的绝对值达到 10,000 及以上时没有 nan，靠后的键仍然没有权重。
    """
    q, k = torch.tensor([-100.0, 100.0, 100.0]).view(1, 1, 3, 1), torch.tensor([100.0, 200.0, -100.0]).view(1, 1, 3, 1)
    v = torch.tensor([1.0, 5.0, 9.0]).view(1, 1, 3, 1)
    close(submission.causal_attention(q, k, v), torch.tensor([1.0, 5.0, 5.0]).view(1, 1, 3, 1))


@pytest.mark.hint(
    en="Subtract the largest visible score of each row before exp. What does clamping do to 9,900 and 10,000?",
    zh="求指数之前减去每一行可见的最大分数。截断之后，9,900 和 10,000 会变成什么？",
)
def test_large_scores_are_told_apart(submission):
    """Of the scores 9,900 and 10,000 the larger one takes all the weight, and so does −9,900 beside −10,000.

    分数 9,900 与 10,000 中，较大的得到全部权重；−9,900 与 −10,000 也是如此。
    """
    q, k = torch.tensor([0.0, 100.0, -100.0]).view(1, 1, 3, 1), torch.tensor([99.0, 100.0, 101.0]).view(1, 1, 3, 1)
    v = torch.tensor([1.0, 5.0, 9.0]).view(1, 1, 3, 1)
    close(submission.causal_attention(q, k, v), torch.tensor([1.0, 5.0, 1.0]).view(1, 1, 3, 1))


@pytest.mark.hint(
    en="A transposed tensor does not lie in memory in order. Which of your calls needs that it does?",
    zh="转置后的张量在内存里不是按顺序排列的。你的哪个调用要求它按顺序排列？",
)
def test_tensors_need_not_lie_in_memory_in_order(submission, rng):
    """q, k and v may be transposed tensors.

    q、k、v 可以是转置得到的张量。
    """
    given = drawn(rng, 2, 3, 4, 5, 2)
    close(submission.causal_attention(*map(swapped, given)), submission.causal_attention(*given))
