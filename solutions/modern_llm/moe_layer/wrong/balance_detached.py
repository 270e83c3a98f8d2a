"""Takes P out of the graph.

把 P 从计算图中断开了。

caught by: test_the_balancing_loss_is_differentiable_in_the_logits
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
        if rows.numel():
            y = y.index_add(0, rows, weights[rows, slots, None] * expert(x[rows]))
    return y


def load_balance_loss(logits, experts):
    size = logits.shape[1]
    f = torch.bincount(experts.flatten(), minlength=size).to(logits.dtype) / experts.numel()
    return size * (f * torch.softmax(logits, dim=1).mean(0).detach() + 0 * logits.mean(0)).sum()
