"""Writes the masks into the caller's ids.

把掩码写进了调用者的 ids。

caught by: test_the_arguments_are_not_modified
"""

import torch


def mask_tokens(ids, special, mask_id, vocab_size, seed, p=0.15):
    g = torch.Generator().manual_seed(seed)
    chosen = (torch.rand(ids.shape, generator=g) < p) & ~special
    labels = ids.masked_fill(~chosen, -100)
    inputs = ids
    u = torch.rand(ids.shape, generator=g)
    inputs[chosen & (u < 0.8)] = mask_id
    noise = torch.randint(0, vocab_size, ids.shape, generator=g)
    replaced = chosen & (u >= 0.9)
    inputs[replaced] = noise[replaced]
    return inputs, labels
