"""Lists the chosen experts by number, not best first.

按编号排列选中的专家，而不是从大到小。

caught by: test_the_weights_are_a_softmax_over_the_chosen_logits
also fails: test_one_expert_or_all
"""

import torch


def route(logits, k):
    if not 1 <= k <= logits.shape[1]:
        raise ValueError("impossible k")
    top, experts = torch.topk(logits, k, dim=1)
    experts = experts.sort(1).values
    return torch.softmax(logits.gather(1, experts), dim=1), experts


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
    return size * (f * torch.softmax(logits, dim=1).mean(0)).sum()
