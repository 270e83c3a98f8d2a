"""The log-ratio is clamped before the exponential, so a large loss stops growing.

求指数之前先截断对数比值，损失大到一定程度就不再增长。

caught by: test_what_there_is_to_lose_is_not_clipped
"""

import torch
from torch import Tensor


def group_advantages(rewards: Tensor, eps: float = 1e-4) -> Tensor:
    """Return the advantages (G,) of the answers to one prompt."""
    return (rewards - rewards.mean()) / (rewards.std(correction=0) + eps)


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
    ratio = torch.exp(torch.clamp(logp - old_logp, -5, 5))  # (G, T)
    clipped = torch.clamp(ratio, 1 - clip, 1 + clip)  # (G, T)
    gain = torch.min(ratio * advantages, clipped * advantages)  # (G, T)

    # the penalty for leaving the reference, never negative
    gap = ref_logp - logp  # (G, T)
    kl = torch.exp(gap) - gap - 1  # (G, T)

    return masked_mean(beta * kl - gain, mask).mean()
