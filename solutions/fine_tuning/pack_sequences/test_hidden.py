"""The hidden suite of pack_sequences.

What is due is written down as rows of sequences; `mask_of` goes through queries and keys one by one. Queries that are
padding are left out of every comparison.
"""

import pytest
import torch

from grader.judge.suite import identical, raises, require, same, unchanged

PAD = 0


def packed(submission, sequences, length, pad_id=PAD):
    """The three tensors, known to be three."""
    result = submission.pack(sequences, length, pad_id)
    three = isinstance(result, list | tuple) and len(result) == 3
    require(three, "It must return (ids, position_ids, mask).", "应返回 (ids, position_ids, mask)。", result)
    return result


def ids_of(rows, length, pad_id=PAD):
    flat = [[number for sequence in row for number in sequence] for row in rows]
    return torch.tensor([row + [pad_id] * (length - len(row)) for row in flat])


def positions_of(rows, length):
    return ids_of([[list(range(len(sequence))) for sequence in row] for row in rows], length)


def owners_of(rows, length):
    """The number of the sequence at each position; −1 is padding."""
    return ids_of([[[n] * len(sequence) for n, sequence in enumerate(row)] for row in rows], length, -1)


def mask_of(rows, length):
    owners = owners_of(rows, length).tolist()
    due = torch.zeros(len(rows), 1, length, length, dtype=torch.bool)
    for b, owner in enumerate(owners):
        for q in range(length):
            for k in range(q + 1):
                due[b, 0, q, k] = owner[q] == owner[k] != -1
    return due


def check_mask(mask, rows, length):
    """The mask is right for every query that is not padding."""
    shape = (len(rows), 1, length, length)
    there = isinstance(mask, torch.Tensor) and mask.dtype == torch.bool and tuple(mask.shape) == shape
    require(there, f"The mask must be bool and {shape}.", f"掩码应为 bool 类型，形状为 {shape}。", mask)
    real = (owners_of(rows, length) >= 0)[:, None, :, None]  # (B, 1, L, 1)
    same(mask & real, mask_of(rows, length))


@pytest.mark.points(2)
def test_rows_hold_whole_sequences_in_order(submission):
    """Sequences stand one behind the other, and the rest of the row is pad_id.

    序列一个接一个，行的其余部分是 pad_id。
    """
    ids, _, _ = packed(submission, [[5, 6], [7], [8, 9, 4], [3]], 5, pad_id=-1)
    same(ids, ids_of([[[5, 6], [7]], [[8, 9, 4], [3]]], 5, -1))


@pytest.mark.hint(
    en="Once a new row has begun, the rows before it are closed.",
    zh="一旦另起一行，前面的行就不再放东西。",
)
def test_earlier_rows_are_not_filled_up(submission):
    """A short sequence goes into the last row if it fits, exactly or with room, even if an earlier one has room, too.

    短序列只要放得下（包括恰好填满），就放进最后一行，即使前面的行还有空位。
    """
    ids, _, _ = packed(submission, [[1, 2], [3, 4, 5], [6]], 4)
    same(ids, ids_of([[[1, 2]], [[3, 4, 5], [6]]], 4))


@pytest.mark.points(2)
def test_positions_count_anew_in_each_sequence(submission):
    """Position ids begin with 0 in each sequence, and are 0 in padding.

    位置 id 在每个序列中从 0 数起，填充处为 0。
    """
    _, position_ids, _ = packed(submission, [[5, 6, 7], [8, 9], [4]], 7)
    same(position_ids, positions_of([[[5, 6, 7], [8, 9], [4]]], 7))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A triangle for the whole row lets a sequence look into the one before it.",
    zh="整行一个下三角，会让序列看到它前面的序列。",
)
def test_sequences_do_not_see_each_other(submission):
    """Queries attend within their own sequence only, not to later keys, in every row.

    每一行中，查询只看到自己序列内不晚于自己的键。
    """
    rows = [[[5, 6, 7], [8, 9]], [[4, 4], [3, 2], [1]]]
    _, _, mask = packed(submission, [sequence for row in rows for sequence in row], 6)
    check_mask(mask, rows, 6)


def one_sequence(submission):
    """The mask (3, 3) of a row that is one sequence."""
    _, _, mask = packed(submission, [[5, 6, 7]], 3)
    there = isinstance(mask, torch.Tensor) and mask.dtype == torch.bool and mask.shape == (1, 1, 3, 3)
    require(there, "The mask must be bool and (1, 1, 3, 3).", "掩码应为 bool 类型，形状为 (1, 1, 3, 3)。", mask)
    return mask[0, 0]


def test_no_later_key_is_seen(submission):
    """A query never attends to a later key of its own sequence.

    查询看不到自己序列中更晚的键。
    """
    same(one_sequence(submission).triu(1), torch.zeros(3, 3, dtype=torch.bool))


def test_a_query_attends_to_itself(submission):
    """A query attends to its own position.

    查询能看到自己的位置。
    """
    same(one_sequence(submission).diagonal(), torch.ones(3, dtype=torch.bool))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Is an id that equals pad_id treated as padding anywhere?",
    zh="等于 pad_id 的 id，有没有在哪里被当成填充？",
)
def test_an_id_equal_to_pad_id_is_real(submission):
    """Ids that equal pad_id have positions and are attended, also at the end of a sequence.

    等于 pad_id 的 id 有自己的位置，也能被看到，出现在序列末尾也一样。
    """
    rows = [[[0, 5, 0], [0, 0]]]
    ids, position_ids, mask = packed(submission, rows[0], 6)
    same([ids, position_ids], [ids_of(rows, 6), positions_of(rows, 6)])
    check_mask(mask, rows, 6)


def test_equal_sequences_are_still_two(submission):
    """Two equal sequences side by side, or single ids, don't see each other.

    相邻的两个相同序列，或单个 id 的序列，互相看不到。
    """
    rows = [[[5, 6], [5, 6], [7], [7]]]
    _, _, mask = packed(submission, rows[0], 6)
    check_mask(mask, rows, 6)


def test_ids_and_positions_are_int64(submission):
    """Ids and position ids are int64.

    id 和位置 id 都是 int64。
    """
    ids, position_ids, _ = packed(submission, [[5]], 2)
    identical([ids, position_ids], [torch.tensor([[5, 0]]), torch.tensor([[0, 0]])])


@pytest.mark.points(2)
def test_a_sequence_too_long_is_an_error(submission):
    """A sequence of L + 1 ids raises ValueError, wherever it stands.

    L + 1 个 id 的序列，无论排在哪里，都抛出 ValueError。
    """
    raises(ValueError, submission.pack, [[1], [2, 3, 4, 5]], 3, PAD)
    raises(ValueError, submission.pack, [[2, 3, 4, 5]], 3, PAD)


def test_an_empty_sequence_is_an_error(submission):
    """A sequence without ids raises ValueError, wherever it stands.

    没有 id 的序列，无论排在哪里，都抛出 ValueError。
    """
    raises(ValueError, submission.pack, [[1], []], 3, PAD)
    raises(ValueError, submission.pack, [[], [1]], 3, PAD)


def test_the_arguments_stay_as_they_were(submission):
    """The sequences are the same after the call.

    调用之后，序列保持原样。
    """
    unchanged(submission.pack, [[5, 6], [7], [8, 9]], 4, PAD)
