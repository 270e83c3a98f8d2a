"""Shows the mask at all chosen positions.

所有选中的位置都换成了掩码。

caught by: test_eighty_percent_become_the_mask
also fails: test_random_ids_come_from_the_whole_vocabulary,
test_ten_percent_stay
"""

import torch


def mask_tokens(ids, special, mask_id, vocab_size, seed, p=0.15):
    g = torch.Generator().manual_seed(seed)
    chosen = (torch.rand(ids.shape, generator=g) < p) & ~special
    labels = ids.masked_fill(~chosen, -100)
    inputs = ids.clone()
    u = torch.rand(ids.shape, generator=g)
    inputs[chosen & (u < 1.0)] = mask_id
    return inputs, labels
