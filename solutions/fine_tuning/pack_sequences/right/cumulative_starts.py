"""Segments from the cumulative sum of starts; positions as a difference; a padding query sees what came before."""

import torch


def rows_of(sequences, length):
    row = []
    for sequence in sequences:
        if not sequence or len(sequence) > length:
            raise ValueError("cannot be packed")
        if sum(len(s) for s in row) + len(sequence) > length:
            yield row
            row = []
        row.append(sequence)
    if row:
        yield row


def pack(sequences, length, pad_id):
    rows = list(rows_of(sequences, length))
    starts = torch.zeros(len(rows), length, dtype=torch.long)
    ids = torch.empty(len(rows), length, dtype=torch.long).fill_(pad_id)
    real = torch.zeros(len(rows), length, dtype=torch.bool)
    for b, row in enumerate(rows):
        flat = sum(row, [])
        ids[b, : len(flat)] = torch.tensor(flat)
        real[b, : len(flat)] = True
        starts[b, [0, *torch.tensor([len(s) for s in row[:-1]]).cumsum(0).tolist()]] = 1
    index = torch.arange(length).expand(len(rows), -1)
    first = torch.cummax(index * starts, dim=1).values
    segment = starts.cumsum(1)
    causal = index[:, :, None] >= index[:, None, :]
    mask = causal & (segment[:, :, None] == segment[:, None, :]) & real[:, None, :]
    return ids, (index - first) * real, mask.unsqueeze(1)
