"""A mask by comparing positions with lengths; ids scattered through it."""

import torch


def encode_batch(sequences, labels, max_len, cls_id, sep_id, pad_id):
    if not sequences or len(sequences) != len(labels) or max_len < 2:
        raise ValueError("bad batch")
    lengths = torch.tensor([min(len(s) + 2, max_len) for s in sequences])
    mask = torch.arange(int(lengths.max()))[None, :] < lengths[:, None]
    flat = [i for s in sequences for i in (cls_id, *s[: max_len - 2], sep_id)]
    ids = torch.full(mask.shape, pad_id, dtype=torch.int64)
    ids[mask] = torch.tensor(flat)
    return {"labels": torch.as_tensor(labels, dtype=torch.int64), "input_ids": ids, "attention_mask": mask.long()}
