"""torch.nn.utils.rnn.pad_sequence for ids and mask."""

import torch
from torch.nn.utils.rnn import pad_sequence


def encode_batch(sequences, labels, max_len, cls_id, sep_id, pad_id):
    if len(sequences) == 0 or len(sequences) != len(labels) or max_len < 2:
        raise ValueError("bad batch")
    rows = [torch.tensor([cls_id] + list(s)[: max_len - 2] + [sep_id], dtype=torch.long) for s in sequences]
    ids = pad_sequence(rows, batch_first=True, padding_value=pad_id)
    mask = pad_sequence([torch.ones_like(row) for row in rows], batch_first=True)
    return {"input_ids": ids, "attention_mask": mask, "labels": torch.LongTensor(labels)}
