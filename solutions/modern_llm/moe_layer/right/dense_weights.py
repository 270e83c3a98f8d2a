"""A dense (N, E) matrix of weights, zero where an expert is not chosen; boolean masks; results are pairs in lists."""

import torch
from torch import nn


def route(logits, k):
    if k not in range(1, logits.shape[-1] + 1):
        raise ValueError(k)
    values, indices = logits.topk(k)
    return [nn.functional.softmax(values, -1), indices]


def moe(x, gate, experts, k):
    w, i = route(x @ gate.t(), k)
    dense = torch.zeros(len(x), len(experts), dtype=x.dtype).scatter(1, i, w)
    picked = torch.zeros_like(dense, dtype=torch.bool).scatter(1, i, torch.ones_like(i, dtype=torch.bool))
    out = torch.zeros_like(x)
    for e, expert in enumerate(nn.ModuleList(experts)):
        mask = picked[:, e]
        if mask.any():
            piece = torch.zeros_like(x)
            piece[mask] = expert(x[mask]) * dense[mask, e].unsqueeze(1)
            out = out + piece
    return out


def load_balance_loss(logits, experts):
    n, e = logits.shape
    counts = torch.stack([(experts == i).sum() for i in range(e)])
    probabilities = torch.exp(logits - torch.logsumexp(logits, 1, keepdim=True))
    return e * (counts * probabilities.sum(0)).sum() / (n * experts.numel())
