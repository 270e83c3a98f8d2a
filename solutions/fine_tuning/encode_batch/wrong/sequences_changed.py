"""Changes the caller's lists: CLS and SEP go into them, or they are cut in place.

改动了调用者的列表：把 CLS 和 SEP 插了进去，或者就地截断。

caught by: test_the_arguments_stay_as_they_were
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
    rows = sequences
    for ids in rows:
        ids[:] = [cls_id, *ids[: max_len - 2], sep_id]
    width = max(len(row) for row in rows)
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
