"""A sparse mixture of experts (Shazeer et al. 2017), written to be read.

y = sum of weight * expert(x) over the k experts with the greatest logits
"""

import torch
from torch import Tensor, nn


def route(logits: Tensor, k: int) -> tuple[Tensor, Tensor]:
    """Take logits (N, E); return weights and experts, both (N, k)."""
    if not 1 <= k <= logits.shape[1]:
        raise ValueError(f"k = {k}, but there are {logits.shape[1]} experts")
    top, experts = logits.topk(k, dim=1)  # (N, k), best first
    # The trap: a softmax over all E logits would not sum to 1 over the k.
    return top.softmax(dim=1), experts


def moe(x: Tensor, gate: Tensor, experts: list[nn.Module], k: int) -> Tensor:
    """Take x (N, D), gate (E, D) and E experts; return (N, D)."""
    weights, chosen = route(x @ gate.T, k)
    y = torch.zeros_like(x)
    for number, expert in enumerate(experts):
        tokens, places = torch.where(chosen == number)  # (n,), (n,)
        if len(tokens) == 0:
            continue
        share = weights[tokens, places, None]  # (n, 1)
        # index_add makes a new tensor, so the graph stays whole.
        y = y.index_add(0, tokens, share * expert(x[tokens]))
    return y


def load_balance_loss(logits: Tensor, experts: Tensor) -> Tensor:
    """Take logits (N, E) and chosen experts (N, k); return a scalar.

    E sum_e f_e P_e    (Fedus et al. 2021)
    """
    size = logits.shape[1]
    f = torch.bincount(experts.flatten(), minlength=size) / experts.numel()
    p = logits.softmax(dim=1).mean(dim=0)  # over all experts, (E,)
    return size * (f * p).sum()
