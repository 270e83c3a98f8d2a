"""A loop over answers on their own tokens only, picked with the mask; the variance by hand."""

import torch


def group_advantages(rewards, eps=1e-4):
    centred = rewards - rewards.mean()
    return centred / (torch.sqrt((centred**2).mean()) + eps)


def surrogate(ratio, advantage, clip):
    if advantage >= 0:
        return advantage * ratio.clamp(max=1 + clip)
    return advantage * ratio.clamp(min=1 - clip)


def grpo_loss(logp, old_logp, ref_logp, advantages, mask, clip=0.2, beta=0.04):
    losses = []
    for new, old, ref, advantage, keep in zip(
        logp, old_logp.detach(), ref_logp.detach(), advantages.tolist(), mask
    ):
        if not keep.any():
            raise ValueError("an answer without tokens")
        new, old, ref = new[keep], old[keep], ref[keep]
        kl = torch.expm1(ref - new) - (ref - new)
        losses.append((beta * kl - surrogate((new - old).exp(), advantage, clip)).mean())
    return torch.stack(losses).mean()
