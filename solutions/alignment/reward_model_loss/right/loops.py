"""Loops over pairs, the logarithm by logaddexp."""

import torch


def pairwise_loss(chosen, rejected):
    zero = torch.zeros((), dtype=chosen.dtype)
    return sum(torch.logaddexp(zero, r - c) for c, r in zip(chosen, rejected)) / len(chosen)


def ranking_loss(rewards):
    if len(rewards) <= 1:
        raise ValueError
    total, pairs = 0.0, 0
    for i in range(len(rewards)):
        for j in range(i + 1, len(rewards)):
            total = total + pairwise_loss(rewards[i : i + 1], rewards[j : j + 1])
            pairs += 1
    return total / pairs
