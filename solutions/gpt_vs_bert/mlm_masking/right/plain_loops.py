"""Python's random, position by position, on lists."""

import random

import torch


def mask_tokens(ids, special, mask_id, vocab_size, seed, p=0.15):
    r = random.Random(seed)
    inputs, labels = ids.tolist(), []
    for row, flags in zip(inputs, special.tolist()):
        targets = [-100] * len(row)
        for t, token in enumerate(row):
            if flags[t] or r.random() >= p:
                continue
            targets[t] = token
            case = r.random()
            if case < 0.8:
                row[t] = mask_id
            elif case < 0.9:
                row[t] = r.randrange(vocab_size)
        labels.append(targets)
    return torch.tensor(inputs), torch.tensor(labels)
