"""A single uniform number decides everything: below 0.8p the mask, below 0.9p a random id, below p the id itself."""

import torch


def mask_tokens(ids, special, mask_id, vocab_size, seed, p=0.15):
    torch.manual_seed(seed)
    u = torch.rand(ids.shape, dtype=torch.float64).masked_fill(special, 2.0)
    noise = (torch.rand(ids.shape, dtype=torch.float64) * vocab_size).long()
    inputs = ids.where(u >= 0.9 * p, noise).masked_fill(u < 0.8 * p, mask_id)
    return inputs, ids.masked_fill(u >= p, -100)
