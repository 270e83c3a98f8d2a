"""Calls experts that have no tokens, with no rows.

没有 token 的专家也用空输入调用了一次。

caught by: test_an_expert_without_tokens_is_not_called
"""

import torch


def route(logits, k):
    if not 1 <= k <= logits.shape[1]:
        raise ValueError("impossible k")
    top, experts = torch.topk(logits, k, dim=1)
    return torch.softmax(top, dim=1), experts


def moe(x, gate, experts, k):
    weights, chosen = route(x @ gate.T, k)
    y = torch.zeros_like(x)
    for e, expert in enumerate(experts):
        rows, slots = torch.where(chosen == e)
        y = y.index_add(0, rows, weights[rows, slots, None] * expert(x[rows]))
    return y


def load_balance_loss(logits, experts):
    size = logits.shape[1]
    f = torch.bincount(experts.flatten(), minlength=size).to(logits.dtype) / experts.numel()
    return size * (f * torch.softmax(logits, dim=1).mean(0)).sum()
