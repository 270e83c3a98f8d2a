"""Takes the softmax over all logits and picks k of it.

先对所有 logit 做 softmax，再取 k 个，没有重新归一化。

caught by: test_the_weights_are_a_softmax_over_the_chosen_logits
also fails: test_a_token_is_the_weighted_sum_of_its_experts,
test_an_expert_without_tokens_is_not_called,
test_each_expert_sees_its_own_tokens_in_one_call,
test_each_token_goes_to_its_best_expert,
test_gradients_reach_the_input_the_gate_and_the_experts,
test_one_expert_or_all, test_random_tokens_agree_with_a_loop_over_tokens
"""

import torch


def route(logits, k):
    if not 1 <= k <= logits.shape[1]:
        raise ValueError("impossible k")
    top, experts = torch.topk(logits, k, dim=1)
    return torch.softmax(logits, dim=1).gather(1, experts), experts


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
