"""The hidden suite of grouped_query_attention. Values are worked by hand, or come from PyTorch's own attention."""

import pytest
import torch
from torch.nn.functional import scaled_dot_product_attention

from grader.judge.suite import close, kind, raises, same, unchanged, vjp

ZERO = torch.zeros(1, 1, 3, 1, dtype=torch.float64)


def oracle(q, k, v):
    """PyTorch's attention, a query head at a time."""
    share = q.shape[1] // k.shape[1]
    heads = [
        scaled_dot_product_attention(q[:, i], k[:, i // share], v[:, i // share], is_causal=True)
        for i in range(q.shape[1])
    ]
    return torch.stack(heads, 1)


def draw(rng, b, heads, kv_heads, t, d):
    return [torch.from_numpy(rng.normal(size=(b, h, t, d))) for h in (heads, kv_heads, kv_heads)]


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Scores of queries and keys decide the weights: they are not uniform, and the values do not pass as they are.",
    zh="权重由 query 与 key 的分数决定：不是均匀的，value 也不是原样输出。",
)
def test_queries_and_keys_decide_the_weights(submission):
    """Scores of 0, 0 and ln 2 weigh the values 4, 8, 16 with 1/4, 1/4, 1/2.

    分数为 0、0、ln 2 时，value 4、8、16 的权重是 1/4、1/4、1/2。
    """
    q, k, v = (ZERO + torch.tensor(2.0).double().log()).repeat(1, 2, 1, 1), ZERO.clone(), ZERO.clone()
    k[0, 0, 2], v[0, 0] = 1.0, torch.tensor([[4.0], [8.0], [16.0]])
    due = torch.tensor([[4.0], [6.0], [11.0]]).double().expand(1, 2, 3, 1)
    close(submission.grouped_query_attention(q, k, v), due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Neighbouring query heads share: repeat_interleave, not repeat or expand followed by a reshape the other way.",
    zh="相邻的 query 头共用：用 repeat_interleave，不是 repeat。",
)
def test_neighbouring_query_heads_share_a_key_head(submission):
    """With six query heads and two key heads the groups are 0, 0, 0, 1, 1, 1.

    六个 query 头、两个 key 头时，分组是 0、0、0、1、1、1。
    """
    q, k = torch.zeros(1, 6, 1, 1), torch.zeros(1, 2, 1, 1)
    v = torch.tensor([5.0, 7.0]).reshape(1, 2, 1, 1)
    close(submission.grouped_query_attention(q, k, v), torch.tensor([5.0, 5.0, 5.0, 7.0, 7.0, 7.0]).reshape(1, 6, 1, 1))


@pytest.mark.hint(
    en="Group the keys in the same way as the values.",
    zh="key 的分组方式要与 value 相同。",
)
def test_keys_are_grouped_like_values(submission, rng):
    """With equal value heads only the keys' groups matter, and they are 0, 0, 1, 1.

    各个 value 头相同时，只有 key 的分组起作用，分组是 0、0、1、1。
    """
    q, k, v = draw(rng, 1, 4, 2, 3, 2)
    v = v[:, [0, 0]].contiguous()
    close(submission.grouped_query_attention(q, k, v), oracle(q, k, v))


def test_equal_scores_give_running_means(submission):
    """With equal scores each position has the mean of the values up to its own: 3, 6, 12.

    分数都相等时，每个位置得到到自己为止的 value 的均值：3、6、12。
    """
    v = torch.tensor([3.0, 9.0, 24.0]).double().reshape(1, 1, 3, 1)
    close(
        submission.grouped_query_attention(ZERO, ZERO, v), torch.tensor([3.0, 6.0, 12.0]).double().reshape(1, 1, 3, 1)
    )


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Set the scores of later keys to -inf before the softmax.",
    zh="在 softmax 之前，把后面 key 的分数设为 -inf。",
)
def test_later_values_do_not_show(submission, rng):
    """A value at the last position is seen by no earlier one.

    最后一个位置的 value，前面的位置都看不到。
    """
    q, k, v = draw(rng, 1, 2, 1, 3, 4)
    v[:, :, :2] = 0.0
    out = submission.grouped_query_attention(q, k, v)
    same(kind(out), kind(q))
    close(out[:, :, :2], torch.zeros(1, 2, 2, 4).double())


def test_weights_sum_to_1(submission, rng):
    """Values that are all 1 give outputs that are all 1.

    value 全为 1 时，输出也全为 1。
    """
    q, k, v = draw(rng, 1, 2, 1, 3, 4)
    close(submission.grouped_query_attention(q, k, torch.ones_like(v)), torch.ones_like(q))


@pytest.mark.points(2)
def test_scores_are_divided_by_the_root_of_d(submission, rng):
    """With d = 16 the scores are divided by 4.

    d = 16 时，分数除以 4。
    """
    q, k, v = draw(rng, 1, 1, 1, 3, 16)
    close(submission.grouped_query_attention(q, k, v), oracle(q, k, v))


@pytest.mark.points(2)
def test_any_number_of_groups_agrees_with_pytorch(submission, rng):
    """Multi-head (3 of 3), multi-query (3 of 1) and grouped (6 of 2) attention, in batches; the arguments stay.

    多头（3 对 3）、多查询（3 对 1）、分组（6 对 2）注意力，都是成批的；参数保持原样。
    """
    for heads, kv_heads in ((3, 3), (3, 1), (6, 2)):
        q, k, v = draw(rng, 2, heads, kv_heads, 4, 5)
        close(unchanged(submission.grouped_query_attention, q, k, v), oracle(q, k, v))


@pytest.mark.hint(
    en="Softmax subtracts the greatest score of the row by itself; exp() and a sum don't.",
    zh="softmax 会自动减去每行的最大分数；自己写 exp 再求和则不会。",
)
def test_large_scores_give_weights_of_0_and_1(submission, rng):
    """In float32, scores of tens of thousands, positive or negative, don't overflow, and later keys stay hidden.

    float32 下，分数上万（正或负）也不溢出，后面的 key 仍然看不到。
    """
    q, k, v = (tensor.float() for tensor in draw(rng, 1, 2, 1, 3, 4))
    q[..., 0], k[..., 0] = 10_000.0, torch.tensor([-9.0, 5.0, 1.0])
    close(submission.grouped_query_attention(q, k, v), oracle(q, k, v))


@pytest.mark.points(2)
def test_heads_that_can_not_be_grouped_raise_value_error(submission):
    """Three query heads for two key heads, or one for two, raise ValueError.

    三个或一个 query 头配两个 key 头，都抛出 ValueError。
    """
    kv = torch.ones(1, 2, 4, 2)
    for heads in (3, 1):
        raises(ValueError, submission.grouped_query_attention, torch.ones(1, heads, 4, 2), kv, kv)


@pytest.mark.points(2)
def test_gradients_reach_queries_keys_and_values(submission, rng):
    """The gradients are those of PyTorch's attention; a shared head gets the sum over its group.

    梯度与 PyTorch 的注意力一致；共用的头得到整组梯度之和。
    """
    args, cotangent = draw(rng, 1, 4, 2, 3, 2), torch.from_numpy(rng.normal(size=(1, 4, 3, 2)))
    leaves = [arg.clone().requires_grad_() for arg in args]
    due = torch.autograd.grad((oracle(*leaves) * cotangent).sum(), leaves)
    close(vjp(submission.grouped_query_attention, tuple(args), cotangent), list(due))
