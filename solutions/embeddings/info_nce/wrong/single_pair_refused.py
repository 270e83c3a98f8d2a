"""Refuses a batch of one pair.

遇到只有一对样本的批就报错。

caught by: test_a_single_pair_costs_nothing
"""

import torch
import torch.nn.functional as F


def info_nce(queries, keys, temperature=0.05):
    if len(queries) < 2:
        raise ValueError("no negatives")
    q, k = F.normalize(queries, dim=1), F.normalize(keys, dim=1)
    logits = q @ k.T / temperature
    return F.cross_entropy(logits, torch.arange(len(logits)))
