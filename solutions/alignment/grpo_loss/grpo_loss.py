"""The GRPO loss (Shao et al. 2024), written to be read.

A             = (r - mean(r)) / (std(r) + eps)
loss of token = -min(rho A, clamp(rho) A) + beta (e^gap - gap - 1)

rho is the policy's probability over that of the policy which sampled, gap the
log-probability of the reference minus the policy's. e^gap - gap - 1 is never
negative, and its mean over samples of the policy is the KL divergence.
"""

import torch
from torch import Tensor


def group_advantages(rewards: Tensor, eps: float = 1e-4) -> Tensor:
    """Return the advantages (G,) of the answers to one prompt."""
    # The trap: std() alone divides by G - 1, and is nan for a single answer.
    return (rewards - rewards.mean()) / (rewards.std(correction=0) + eps)


def grpo_loss(
    logp: Tensor,
    old_logp: Tensor,
    ref_logp: Tensor,
    advantages: Tensor,
    mask: Tensor,
    clip: float = 0.2,
    beta: float = 0.04,
) -> Tensor:
    """Return the loss, a scalar, of G answers of at most T tokens.

    ``ValueError`` if the mask leaves an answer without any token.
    """
    lengths = mask.sum(-1)  # (G,)
    if (lengths == 0).any():
        raise ValueError("an answer has no token")

    # The trap: a nan that is only thrown away at the end comes back in the
    # gradient, as 0 * nan. So padding is replaced before anything is computed.
    logp = torch.where(mask, logp, 0)  # (G, T)
    old_logp = torch.where(mask, old_logp, 0).detach()  # (G, T)
    ref_logp = torch.where(mask, ref_logp, 0).detach()  # (G, T)
    advantage = advantages.detach().unsqueeze(-1)  # (G, 1)

    # The minimum is the pessimistic one of the two: the clip takes away what
    # there is to gain by moving on, and never what there is to lose.
    ratio = torch.exp(logp - old_logp)  # (G, T)
    clipped = ratio.clamp(1 - clip, 1 + clip)  # (G, T)
    gain = torch.minimum(ratio * advantage, clipped * advantage)  # (G, T)

    gap = ref_logp - logp  # (G, T)
    kl = torch.exp(gap) - gap - 1  # (G, T)

    tokens = torch.where(mask, beta * kl - gain, 0)  # (G, T)
    return (tokens.sum(-1) / lengths).mean()
