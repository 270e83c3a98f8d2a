"""Replaces 10 % of what the mask left, so 18 % stay.

只替换了剩余部分的 10%，于是有 18% 保持不变。

caught by: test_ten_percent_stay
"""

import torch


def mask_tokens(ids, special, mask_id, vocab_size, seed, p=0.15):
    g = torch.Generator().manual_seed(seed)
    chosen = (torch.rand(ids.shape, generator=g) < p) & ~special
    labels = ids.masked_fill(~chosen, -100)
    inputs = ids.clone()
    u = torch.rand(ids.shape, generator=g)
    inputs[chosen & (u < 0.8)] = mask_id
    noise = torch.randint(0, vocab_size, ids.shape, generator=g)
    replaced = chosen & (u >= 0.98)
    inputs[replaced] = noise[replaced]
    return inputs, labels
