"""Multiplies the input by the weight instead of the output.

把权重乘在了专家的输入上，而不是输出上。

caught by: test_random_tokens_agree_with_a_loop_over_tokens
also fails: test_an_expert_without_tokens_is_not_called,
test_each_expert_sees_its_own_tokens_in_one_call,
test_gradients_reach_the_input_the_gate_and_the_experts
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
            y = y.index_add(0, rows, expert(weights[rows, slots, None] * x[rows]))
    return y


def load_balance_loss(logits, experts):
    size = logits.shape[1]
    f = torch.bincount(experts.flatten(), minlength=size).to(logits.dtype) / experts.numel()
    return size * (f * torch.softmax(logits, dim=1).mean(0)).sum()
