"""Pack sequences into rows, written to be read."""

import torch
from torch import Tensor


def pack(
    sequences: list[list[int]],
    length: int,
    pad_id: int,
) -> tuple[Tensor, Tensor, Tensor]:
    """Return ids (B, L), position ids (B, L) and a mask (B, 1, L, L)."""
    rows: list[list[list[int]]] = []
    room = 0  # what is left of the last row
    for sequence in sequences:
        if not 0 < len(sequence) <= length:
            raise ValueError(f"a sequence of 1 to {length} ids is needed")
        if len(sequence) > room:
            rows.append([])
            room = length
        rows[-1].append(sequence)
        room -= len(sequence)

    ids = torch.full((len(rows), length), pad_id)  # (B, L)
    position_ids = torch.zeros_like(ids)  # (B, L)
    segment = torch.full_like(ids, -1)  # (B, L); padding has its own number
    for b, row in enumerate(rows):
        start = 0
        for number, sequence in enumerate(row):
            end = start + len(sequence)
            ids[b, start:end] = torch.tensor(sequence)
            position_ids[b, start:end] = torch.arange(len(sequence))
            # The trap: neither ids nor positions tell sequences apart.
            segment[b, start:end] = number
            start = end

    query, key = segment[:, :, None], segment[:, None, :]
    not_later = torch.ones(length, length, dtype=torch.bool).tril()
    # Padding comes last in a row, so no real query can reach it. It attends
    # to itself, and no softmax runs over nothing.
    mask = (query == key) & not_later  # (B, L, L)
    return ids, position_ids, mask[:, None]  # one axis for all heads
