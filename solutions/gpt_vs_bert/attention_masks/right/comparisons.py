"""Comparisons of positions by broadcasting. GPT leaves padding to causality: real queries never look that far."""

import torch


def bert_mask(lengths, max_len):
    keys = torch.arange(max_len).view(1, 1, 1, -1)
    limit = torch.as_tensor(lengths).view(-1, 1, 1, 1)
    return (keys < limit).repeat(1, 1, max_len, 1)


def gpt_mask(lengths, max_len):
    positions = torch.arange(max_len)
    causal = positions[None, :] <= positions[:, None]
    return causal.expand(len(lengths), 1, max_len, max_len)
