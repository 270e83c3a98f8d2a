"""Calls an expert once for each place in the top k.

对前 k 中的每个位置各调用一次专家。

caught by: test_each_expert_sees_its_own_tokens_in_one_call
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
        for j in range(k):
            rows = torch.where(chosen[:, j] == e)[0]
            if rows.numel():
                y = y.index_add(0, rows, weights[rows, j, None] * expert(x[rows]))
    return y


def load_balance_loss(logits, experts):
    size = logits.shape[1]
    f = torch.bincount(experts.flatten(), minlength=size).to(logits.dtype) / experts.numel()
    return size * (f * torch.softmax(logits, dim=1).mean(0)).sum()
