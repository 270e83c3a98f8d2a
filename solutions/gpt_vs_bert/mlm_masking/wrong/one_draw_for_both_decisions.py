"""Takes the draw that chose a position for the 80/10/10 split too, so every chosen one shows the mask.

选位置和 80/10/10 划分用了同一个随机数，选中的位置全都换成了掩码。

caught by: test_eighty_percent_become_the_mask
"""

import torch


def mask_tokens(ids, special, mask_id, vocab_size, seed, p=0.15):
    g = torch.Generator().manual_seed(seed)
    u = torch.rand(ids.shape, generator=g)
    chosen = (u < p) & ~special
    inputs = torch.where(chosen & (u < 0.8), mask_id, ids)
    rnd = torch.randint(vocab_size, ids.shape, generator=g)
    inputs = torch.where(chosen & (u >= 0.8) & (u < 0.9), rnd, inputs)
    return inputs, ids.masked_fill(~chosen, -100)
