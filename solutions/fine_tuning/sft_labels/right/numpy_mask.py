"""NumPy arrays and a mask; gives arrays."""

import numpy as np


def sft_example(messages, encode, role_ids, eos_id, max_len):
    if any(m["role"] not in role_ids for m in messages):
        raise ValueError("role")
    blocks = [[role_ids[m["role"]], *encode(m["content"]), eos_id] for m in messages]
    masks = [[False] + [m["role"] == "assistant"] * (len(b) - 1) for m, b in zip(messages, blocks)]
    ids = np.array(sum(blocks, []), dtype=int)[:max_len]
    mask = np.array(sum(masks, []), dtype=bool)[:max_len]
    if not mask.any():
        raise ValueError("all masked")
    return ids, np.where(mask, ids, -100)
