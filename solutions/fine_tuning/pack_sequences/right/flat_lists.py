"""Flat lists of ids, positions and owners; the mask through block_diag."""

import torch


def pack(sequences, length, pad_id):
    if any(len(s) == 0 or len(s) > length for s in sequences):
        raise ValueError("length")
    rows = [[]]
    for s in sequences:
        if sum(map(len, rows[-1])) + len(s) > length:
            rows.append([])
        rows[-1].append(s)
    ids, positions, masks = [], [], []
    for row in rows:
        gap = length - sum(map(len, row))
        ids.append([i for s in row for i in s] + [pad_id] * gap)
        positions.append([p for s in row for p in range(len(s))] + [0] * gap)
        blocks = [torch.ones(len(s), len(s)).tril() for s in row] + [torch.zeros(1, 1)] * gap
        masks.append(torch.block_diag(*blocks).bool())
    return torch.tensor(ids), torch.tensor(positions), torch.stack(masks).unsqueeze(1)
