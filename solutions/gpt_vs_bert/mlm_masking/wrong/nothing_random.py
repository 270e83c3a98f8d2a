"""Never shows a random id: 20 % stay.

从不显示随机 id：有 20% 保持不变。

caught by: test_random_ids_come_from_the_whole_vocabulary
also fails: test_ten_percent_stay
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
    replaced = chosen & (u >= 0.9)
    return inputs, labels
