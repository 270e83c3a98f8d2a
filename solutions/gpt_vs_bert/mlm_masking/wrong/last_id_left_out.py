"""Draws random ids from 0 to vocab_size − 2.

随机 id 只取 0 到 vocab_size − 2。

caught by: test_random_ids_come_from_the_whole_vocabulary
"""

import torch


def mask_tokens(ids, special, mask_id, vocab_size, seed, p=0.15):
    g = torch.Generator().manual_seed(seed)
    chosen = (torch.rand(ids.shape, generator=g) < p) & ~special
    labels = ids.masked_fill(~chosen, -100)
    inputs = ids.clone()
    u = torch.rand(ids.shape, generator=g)
    inputs[chosen & (u < 0.8)] = mask_id
    noise = torch.randint(0, vocab_size - 1, ids.shape, generator=g)
    replaced = chosen & (u >= 0.9)
    inputs[replaced] = noise[replaced]
    return inputs, labels
