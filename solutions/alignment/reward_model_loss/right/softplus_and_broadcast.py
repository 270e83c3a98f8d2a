"""softplus of the negative difference; all differences by broadcasting, the upper triangle by a mask."""

import torch
import torch.nn.functional as F


def pairwise_loss(chosen, rejected):
    return F.softplus(rejected - chosen).mean()


def ranking_loss(rewards):
    K = rewards.numel()
    if K < 2:
        raise ValueError("K must be at least 2")
    diff = rewards[:, None] - rewards[None, :]
    upper = torch.ones(K, K, dtype=torch.bool).triu(1)
    return F.softplus(-diff[upper]).mean()
