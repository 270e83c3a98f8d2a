"""Calls every expert on all tokens and masks afterwards.

每个专家都处理全部 token，事后再加掩码。

caught by: test_each_expert_sees_its_own_tokens_in_one_call
also fails: test_an_expert_without_tokens_is_not_called
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
        share = (weights * (chosen == e)).sum(1, keepdim=True)
        y = y + share * expert(x)
    return y


def load_balance_loss(logits, experts):
    size = logits.shape[1]
    f = torch.bincount(experts.flatten(), minlength=size).to(logits.dtype) / experts.numel()
    return size * (f * torch.softmax(logits, dim=1).mean(0)).sum()
