"""Preference as binary classification with the label 1; pairs from itertools."""

from itertools import combinations

import torch
from torch.nn.functional import binary_cross_entropy_with_logits


def pairwise_loss(chosen, rejected):
    margin = chosen - rejected
    return binary_cross_entropy_with_logits(margin, torch.ones_like(margin))


def ranking_loss(rewards):
    better = [i for i, _ in combinations(range(len(rewards)), 2)]
    worse = [j for _, j in combinations(range(len(rewards)), 2)]
    if not better:
        raise ValueError("no pairs")
    return pairwise_loss(rewards[better], rewards[worse])
