"""Normalises the arguments in place.

原地归一化了传入的参数。

caught by: test_the_arguments_are_not_modified
also fails: test_a_zero_vector_gives_no_nan_in_gradients,
test_gradients_reach_queries_and_keys
"""

import torch
import torch.nn.functional as F


def info_nce(queries, keys, temperature=0.05):
    q, k = F.normalize(queries, dim=1), F.normalize(keys, dim=1)
    with torch.no_grad():
        queries.copy_(q)
    logits = q @ k.T / temperature
    return F.cross_entropy(logits, torch.arange(len(logits)))
