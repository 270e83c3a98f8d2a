"""The hidden suite of encode_batch; expected values are written out by hand."""

import pytest
import torch

from grader.judge.suite import identical, raises, require, same, unchanged

CLS, SEP, PAD = 101, 102, 0
NAMES = ("input_ids", "attention_mask", "labels")


def check(batch, input_ids, attention_mask, labels, compare=same):
    """The batch has these three tensors; further keys don't matter."""
    if isinstance(batch, dict):
        batch = {name: value for name, value in batch.items() if name in NAMES}
    values = (torch.tensor(value) for value in (input_ids, attention_mask, labels))
    compare(batch, dict(zip(NAMES, values, strict=True)))


def matrix(batch, name):
    """One of the tensors of two dimensions."""
    value = batch.get(name) if isinstance(batch, dict) else batch
    there = isinstance(value, torch.Tensor) and value.ndim == 2
    require(there, f"There is no tensor (B, T) called {name}.", f"没有名为 {name} 的 (B, T) 张量。", value)
    return value


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Cut the ids before you add SEP, and leave two places.",
    zh="先截断 id，再加 SEP；要给 CLS 和 SEP 留两个位置。",
)
def test_the_tail_of_the_ids_is_cut(submission):
    """A row of more than max_len loses ids from the end of the sequence and keeps CLS and SEP.

    总长超过 max_len 时，从序列末尾截掉 id，CLS 和 SEP 保留。
    """
    batch = submission.encode_batch([[5, 6, 7, 8], [9]], [1, 0], 4, 1, SEP, PAD)
    for name, due in (("input_ids", [[1, 5, 6, SEP], [1, 9, SEP, PAD]]), ("attention_mask", [[1] * 4, [1, 1, 1, 0]])):
        same(matrix(batch, name)[:, :4], torch.tensor(due))  # the width is the next test's business


@pytest.mark.hint(
    en="Which length do you take the maximum of: before or after the cut?",
    zh="取最大值的是截断之前的长度，还是之后的？",
)
def test_the_width_is_counted_after_the_cut(submission):
    """With long sequences the tensors are max_len wide.

    序列很长时，张量的宽度是 max_len。
    """
    batch = submission.encode_batch([[5, 6, 7, 8], [9]], [1, 0], 4, CLS, SEP, PAD)
    for name in ("input_ids", "attention_mask"):
        same(tuple(matrix(batch, name).shape), (2, 4))


def test_a_row_of_exactly_max_len_is_not_cut(submission):
    """A row that fills max_len exactly stays whole, also where its ids begin with CLS and end with SEP.

    总长恰好等于 max_len 时不截断；序列本身以 CLS 开头、以 SEP 结尾时也一样。
    """
    for ids in ([5, 6, 7], [CLS, 6, SEP]):
        check(submission.encode_batch([ids], [1], 5, CLS, SEP, PAD), [[CLS, *ids, SEP]], [[1] * 5], [1])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The width of a batch depends on its longest row, not on max_len.",
    zh="批次宽度取决于最长的一行，而不是 max_len。",
)
def test_rows_are_padded_to_the_longest_of_the_batch(submission):
    """Shorter rows are padded on the right, with pad_id, to the length of the longest row.

    较短的行在右侧用 pad_id 填充到最长一行的长度。
    """
    batch = submission.encode_batch([[5], [6, 7, 8], [4, 4]], [0, 2, 1], 64, CLS, SEP, 9)
    ids = [[CLS, 5, SEP, 9, 9], [CLS, 6, 7, 8, SEP], [CLS, 4, 4, SEP, 9]]
    check(batch, ids, [[1, 1, 1, 0, 0], [1, 1, 1, 1, 1], [1, 1, 1, 1, 0]], [0, 2, 1])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Compute the mask from the length of each row, not by comparing ids with pad_id.",
    zh="掩码要由每一行的长度算出，不能拿 id 与 pad_id 比较。",
)
def test_an_id_equal_to_pad_id_is_real(submission):
    """An id that equals pad_id is attended, also at the end of a sequence or where pad_id is SEP's id.

    等于 pad_id 的 id 掩码为 1，出现在序列末尾、或 pad_id 就是 SEP 的 id 时也一样。
    """
    batch = submission.encode_batch([[0, 5, 0], [6]], [0, 1], 8, CLS, SEP, PAD)
    check(batch, [[CLS, 0, 5, 0, SEP], [CLS, 6, SEP, 0, 0]], [[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]], [0, 1])
    batch = submission.encode_batch([[6], [5, 7]], [0, 1], 8, CLS, SEP, SEP)
    check(batch, [[CLS, 6, SEP, SEP], [CLS, 5, 7, SEP]], [[1, 1, 1, 0], [1, 1, 1, 1]], [0, 1])


def test_an_empty_sequence_is_cls_sep(submission):
    """A sequence without ids gives CLS, SEP.

    没有 id 的序列得到 CLS、SEP。
    """
    batch = submission.encode_batch([[], [5]], [0, 1], 8, CLS, SEP, PAD)
    check(batch, [[CLS, SEP, 0], [CLS, 5, SEP]], [[1, 1, 0], [1, 1, 1]], [0, 1])


@pytest.mark.hint(
    en="What does ids[:0] give, and what does ids[:-0] or row[-0:]?",
    zh="ids[:0] 得到什么？ids[:-0]、row[-0:] 呢？",
)
def test_max_len_two_leaves_cls_sep(submission):
    """With max_len = 2 nothing but CLS and SEP is left.

    max_len = 2 时只剩 CLS 和 SEP。
    """
    check(submission.encode_batch([[5, 6], [7]], [0, 1], 2, CLS, SEP, PAD), [[CLS, SEP]] * 2, [[1, 1]] * 2, [0, 1])


@pytest.mark.hint(
    en="torch.zeros and torch.Tensor give float32 unless a dtype is given; embeddings and losses want int64.",
    zh="torch.zeros 和 torch.Tensor 默认是 float32；嵌入层和损失函数需要 int64。",
)
def test_all_three_are_int64(submission):
    """Ids, mask and labels are int64.

    id、掩码和标签都是 int64。
    """
    batch = submission.encode_batch([[5], [6, 7]], [0, 1], 8, CLS, SEP, PAD)
    check(batch, [[CLS, 5, SEP, 0], [CLS, 6, 7, SEP]], [[1, 1, 1, 0], [1, 1, 1, 1]], [0, 1], compare=identical)


def test_unequal_numbers_are_an_error(submission):
    """More sequences than labels, or fewer, raise ValueError.

    序列比标签多或少，都抛出 ValueError。
    """
    raises(ValueError, submission.encode_batch, [[5], [6]], [0], 8, CLS, SEP, PAD)
    raises(ValueError, submission.encode_batch, [[5]], [0, 1], 8, CLS, SEP, PAD)


def test_an_empty_batch_is_an_error(submission):
    """A batch without sequences raises ValueError.

    没有序列的批次抛出 ValueError。
    """
    raises(ValueError, submission.encode_batch, [], [], 8, CLS, SEP, PAD)


def test_a_max_len_below_two_is_an_error(submission):
    """There must be room for CLS and SEP: max_len = 1 and 0 raise ValueError, also for an empty sequence.

    至少要放得下 CLS 和 SEP：max_len 为 1 或 0 时抛出 ValueError，空序列也一样。
    """
    raises(ValueError, submission.encode_batch, [[5, 6]], [0], 1, CLS, SEP, PAD)
    raises(ValueError, submission.encode_batch, [[]], [0], 0, CLS, SEP, PAD)


@pytest.mark.hint(
    en="append, insert, += and slice assignment change the caller's lists.",
    zh="append、insert、+= 和切片赋值都会改动调用者的列表。",
)
def test_the_arguments_stay_as_they_were(submission):
    """The sequences and labels are the same after the call.

    调用之后，序列和标签保持原样。
    """
    unchanged(submission.encode_batch, [[5, 6, 7], [8]], [0, 1], 4, CLS, SEP, PAD)
