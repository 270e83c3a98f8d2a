"""Leaves the deviation unbiased, as torch.std has it by default.

标准差仍是无偏的，即 torch.std 的默认行为。

caught by: test_advantages_use_the_biased_deviation
also fails: test_eps_is_added_to_the_deviation,
test_the_arguments_are_not_modified
"""

import torch
from torch import Tensor


def group_advantages(rewards: Tensor, eps: float = 1e-4) -> Tensor:
    """Return the advantages (G,) of the answers to one prompt."""
    return (rewards - rewards.mean()) / (rewards.std() + eps)


def masked_mean(values: Tensor, mask: Tensor) -> Tensor:
    """Return the mean (G,) of the values (G, T) that the mask keeps."""
    return torch.where(mask, values, 0).sum(1) / mask.sum(1)


def grpo_loss(
    logp: Tensor,
    old_logp: Tensor,
    ref_logp: Tensor,
    advantages: Tensor,
    mask: Tensor,
    clip: float = 0.2,
    beta: float = 0.04,
) -> Tensor:
    """Return the loss, a scalar, of G answers of at most T tokens."""
    if not mask.any(dim=1).all():
        raise ValueError("an answer has no token")

    # Padding may hold anything: replace it before computing with it.
    logp = torch.where(mask, logp, 0)  # (G, T)
    old_logp = torch.where(mask, old_logp, 0).detach()  # (G, T)
    ref_logp = torch.where(mask, ref_logp, 0).detach()  # (G, T)
    advantages = advantages.detach().unsqueeze(1)  # (G, 1)

    # PPO's clipped objective
    ratio = torch.exp(logp - old_logp)  # (G, T)
    clipped = torch.clamp(ratio, 1 - clip, 1 + clip)  # (G, T)
    gain = torch.min(ratio * advantages, clipped * advantages)  # (G, T)

    # the penalty for leaving the reference, never negative
    gap = ref_logp - logp  # (G, T)
    kl = torch.exp(gap) - gap - 1  # (G, T)

    return masked_mean(beta * kl - gain, mask).mean()
