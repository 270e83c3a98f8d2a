"""Sends every token to expert 0.

把所有 token 都交给了专家 0。

caught by: test_each_token_goes_to_its_best_expert
also fails: test_a_token_is_the_weighted_sum_of_its_experts,
test_an_expert_without_tokens_is_not_called,
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
    y = experts[0](x)
    return y


def load_balance_loss(logits, experts):
    size = logits.shape[1]
    f = torch.bincount(experts.flatten(), minlength=size).to(logits.dtype) / experts.numel()
    return size * (f * torch.softmax(logits, dim=1).mean(0)).sum()
