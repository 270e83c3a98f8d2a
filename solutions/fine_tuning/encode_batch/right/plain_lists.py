"""Plain lists, turned into tensors at the end; an extra key."""

import torch


def encode_batch(sequences, labels, max_len, cls_id, sep_id, pad_id):
    if len(sequences) != len(labels):
        raise ValueError("unequal")
    if max_len < 2:
        raise ValueError("max_len")
    if len(sequences) == 0:
        raise ValueError("empty")
    width = min(max_len, max(map(len, sequences)) + 2)
    ids, mask = [], []
    for sequence in sequences:
        row = [cls_id] + sequence[: max_len - 2] + [sep_id]
        gap = width - len(row)
        ids.append(row + [pad_id] * gap)
        mask.append([1] * len(row) + [0] * gap)
    out = {"input_ids": ids, "attention_mask": mask, "labels": labels}
    out["token_type_ids"] = [[0] * width for _ in ids]
    return {key: torch.tensor(value, dtype=torch.int64) for key, value in out.items()}
