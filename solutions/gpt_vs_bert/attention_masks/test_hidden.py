"""The hidden suite of attention_masks.

Expected rows come from loops over pairs. Rows of padding queries are left out everywhere, as the contract says.
"""

import pytest
import torch

from grader.judge.suite import require, same


def checked(mask, lengths, max_len):
    """The mask, once it is known to be a tensor of bool of the right shape."""
    shape = (len(lengths), 1, max_len, max_len)
    require(
        isinstance(mask, torch.Tensor) and mask.dtype == torch.bool and mask.shape == shape,
        f"it must be a tensor of bool of shape {shape}",
        f"应为形状 {shape} 的布尔张量",
        mask,
    )
    return mask


def rows_of(function, lengths, max_len):
    """The rows of real queries, sequence by sequence."""
    mask = checked(function(lengths, max_len), lengths, max_len)
    return [mask[b, 0, :length] for b, length in enumerate(lengths)]


def bert(length, max_len):
    """The rows (length, T) of BERT."""
    return torch.tensor([[j < length for j in range(max_len)] for _ in range(length)])


def gpt(length, max_len):
    """The rows (length, T) of GPT."""
    return torch.tensor([[j <= i for j in range(max_len)] for i in range(length)])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Add the axis for the heads with [:, None], and repeat the row of keys for every query.",
    zh="用 [:, None] 加上头的轴，并把 key 这一行重复给每个 query。",
)
def test_bert_has_the_shape_of_scores(submission):
    """BERT's mask is bool of shape (B, 1, T, T), also for a single sequence of a single token.

    BERT 的掩码是形状 (B, 1, T, T) 的布尔张量，只有一个单 token 序列时也一样。
    """
    for lengths, max_len in [([2, 3], 5), ([1], 1)]:
        checked(submission.bert_mask(lengths, max_len), lengths, max_len)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Keep the size 1 of the second axis, and all max_len rows and columns.",
    zh="第二个轴保持大小 1，行和列都是 max_len。",
)
def test_gpt_has_the_shape_of_scores(submission):
    """GPT's mask is bool of shape (B, 1, T, T), also for a single sequence of a single token.

    GPT 的掩码是形状 (B, 1, T, T) 的布尔张量，只有一个单 token 序列时也一样。
    """
    for lengths, max_len in [([2, 3], 5), ([1], 1)]:
        checked(submission.gpt_mask(lengths, max_len), lengths, max_len)


@pytest.mark.points(2)
def test_bert_sees_the_whole_sequence(submission):
    """Without padding every query of BERT sees every key, before and after it.

    没有填充时，BERT 的每个 query 都能看到前后所有的 key。
    """
    same(rows_of(submission.bert_mask, [4], 4), [torch.ones(4, 4, dtype=torch.bool)])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Padding is hidden as a key, so it fills columns, not rows.",
    zh="填充是作为 key 被挡住的，所以对应的是列，不是行。",
)
def test_bert_does_not_see_padding(submission):
    """No real query of BERT sees the padding at the end.

    BERT 的真实 query 都看不到末尾的填充。
    """
    [rows] = rows_of(submission.bert_mask, [3], 6)
    same(rows[:, 4:], torch.zeros(3, 2, dtype=torch.bool))


@pytest.mark.hint(
    en="Positions 0 … length − 1 are real: j < length.",
    zh="位置 0 … length − 1 是真实 token：j < length。",
)
def test_padding_begins_right_after_the_last_token(submission):
    """BERT sees the last real key and not the first padding key.

    BERT 能看到最后一个真实的 key，看不到第一个填充的 key。
    """
    same(rows_of(submission.bert_mask, [3], 4), [bert(3, 4)])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Row i may be True up to column i: the lower triangle.",
    zh="第 i 行到第 i 列为止可以是 True：下三角。",
)
def test_gpt_does_not_see_later_tokens(submission):
    """No query of GPT sees a key after it.

    GPT 的 query 都看不到之后的 key。
    """
    [rows] = rows_of(submission.gpt_mask, [5], 5)
    same(rows.triu(1), torch.zeros(5, 5, dtype=torch.bool))


def test_gpt_sees_all_earlier_tokens(submission):
    """Every query of GPT sees all keys before it.

    GPT 的每个 query 都能看到之前所有的 key。
    """
    [rows] = rows_of(submission.gpt_mask, [5], 5)
    same(rows.tril(-1), torch.ones(5, 5, dtype=torch.bool).tril(-1))


@pytest.mark.hint(
    en="The diagonal belongs to the mask. Without it the first row has no key at all.",
    zh="对角线属于可看的范围。没有它，第一行就没有任何 key 可看。",
)
def test_every_token_sees_itself(submission):
    """In both masks a real token sees itself.

    两种掩码中，真实 token 都能看到自己。
    """
    for function in (submission.bert_mask, submission.gpt_mask):
        [rows] = rows_of(function, [3], 3)
        same(rows.diagonal(), torch.ones(3, dtype=torch.bool))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Each sequence has a length of its own.",
    zh="每个序列都有自己的长度。",
)
def test_each_sequence_has_its_own_length(submission):
    """In a batch each sequence is masked by its own length, in both masks.

    一个 batch 中，每个序列按自己的长度做掩码，两种掩码都一样。
    """
    lengths = [2, 4, 1]
    same(rows_of(submission.bert_mask, lengths, 4), [bert(length, 4) for length in lengths])
    same(rows_of(submission.gpt_mask, lengths, 4), [gpt(length, 4) for length in lengths])
