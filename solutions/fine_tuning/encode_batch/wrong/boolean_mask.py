"""The mask is boolean.

掩码是布尔类型。

caught by: test_all_three_are_int64
also fails: test_a_row_of_exactly_max_len_is_not_cut,
test_an_empty_sequence_is_cls_sep, test_an_id_equal_to_pad_id_is_real,
test_max_len_two_leaves_cls_sep,
test_rows_are_padded_to_the_longest_of_the_batch,
test_the_tail_of_the_ids_is_cut
"""

import torch
from torch import Tensor


def encode_batch(
    sequences: list[list[int]],
    labels: list[int],
    max_len: int,
    cls_id: int,
    sep_id: int,
    pad_id: int,
) -> dict[str, Tensor]:
    """Return ``input_ids`` and ``attention_mask`` (B, T), ``labels`` (B,)."""
    if not sequences or len(sequences) != len(labels):
        raise ValueError("a batch needs one label for each sequence")
    if max_len < 2:
        raise ValueError("max_len must leave room for CLS and SEP")

    # The trap: cut the ids, not the finished row, or SEP is lost.
    rows = [[cls_id, *ids[: max_len - 2], sep_id] for ids in sequences]
    width = max(len(row) for row in rows)
    input_ids = torch.full((len(rows), width), pad_id)  # (B, T)
    attention_mask = torch.zeros_like(input_ids, dtype=torch.bool)  # (B, T)
    for i, row in enumerate(rows):
        input_ids[i, : len(row)] = torch.tensor(row)
        # From the length: an id may equal pad_id and still be real.
        attention_mask[i, : len(row)] = 1
    return {
        "input_ids": input_ids,
        "attention_mask": attention_mask,
        "labels": torch.tensor(labels),  # (B,)
    }
