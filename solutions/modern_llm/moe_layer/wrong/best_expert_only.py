"""Uses the best expert alone, with its weight.

只用了最好的那个专家（乘上它的权重）。

caught by: test_a_token_is_the_weighted_sum_of_its_experts
also fails: test_an_expert_without_tokens_is_not_called,
test_each_expert_sees_its_own_tokens_in_one_call,
test_gradients_reach_the_input_the_gate_and_the_experts,
test_random_tokens_agree_with_a_loop_over_tokens
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
        rows, slots = torch.where(chosen[:, :1] == e)
        if rows.numel():
            y = y.index_add(0, rows, weights[rows, slots, None] * expert(x[rows]))
    return y


def load_balance_loss(logits, experts):
    size = logits.shape[1]
    f = torch.bincount(experts.flatten(), minlength=size).to(logits.dtype) / experts.numel()
    return size * (f * torch.softmax(logits, dim=1).mean(0)).sum()
