"""A clone with boolean indexing; Bernoulli draws in sequence, the second half of what the mask left."""

import torch


def mask_tokens(ids, special, mask_id, vocab_size, seed, p=0.15):
    g = torch.Generator()
    g.manual_seed(seed)
    inputs, labels = ids.clone(), ids.clone()
    prob = torch.full(ids.shape, p).masked_fill(special, 0.0)
    chosen = torch.bernoulli(prob, generator=g).bool()
    labels[~chosen] = -100
    masked = chosen & torch.bernoulli(torch.full(ids.shape, 0.8), generator=g).bool()
    inputs[masked] = mask_id
    noise = chosen & ~masked & torch.bernoulli(torch.full(ids.shape, 0.5), generator=g).bool()
    inputs[noise] = torch.randint(0, vocab_size, (int(noise.sum()),), generator=g)
    return inputs, labels
