"""Takes the width from the sequences as they were before the cut.

用截断之前的长度当宽度。

caught by: test_the_width_is_counted_after_the_cut
also fails: test_max_len_two_leaves_cls_sep
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
    width = max(len(ids) for ids in sequences) + 2
    input_ids = torch.full((len(rows), width), pad_id)  # (B, T)
    attention_mask = torch.zeros_like(input_ids)  # (B, T)
    for i, row in enumerate(rows):
        input_ids[i, : len(row)] = torch.tensor(row)
        # From the length: an id may equal pad_id and still be real.
        attention_mask[i, : len(row)] = 1
    return {
        "input_ids": input_ids,
        "attention_mask": attention_mask,
        "labels": torch.tensor(labels),  # (B,)
    }
