"""Plain loops; a padding query attends to itself, so that no softmax is empty."""

import torch


def pack(sequences, length, pad_id):
    where, row, column = [], 0, 0
    for sequence in sequences:
        n = len(sequence)
        if n < 1 or n > length:
            raise ValueError(n)
        if column + n > length:
            row, column = row + 1, 0
        where.append((row, column))
        column += n
    ids = torch.full((row + 1, length), pad_id, dtype=torch.int64)
    positions = torch.zeros(row + 1, length, dtype=torch.int64)
    mask = torch.eye(length, dtype=torch.bool).repeat(row + 1, 1, 1, 1).permute(0, 1, 2, 3)
    for (r, c), sequence in zip(where, sequences):
        for i, number in enumerate(sequence):
            ids[r, c + i] = number
            positions[r, c + i] = i
            mask[r, 0, c + i, c : c + i + 1] = True
    return ids, positions, mask
