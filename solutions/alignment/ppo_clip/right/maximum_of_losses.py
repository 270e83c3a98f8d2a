"""The maximum of the two losses, which is minus the minimum of the gains; einsum for the sum."""

import torch


def ppo_loss(logp_new, logp_old, advantages, clip=0.2):
    ratio = (logp_new - logp_old.detach()).exp()
    plain = -advantages * ratio
    clipped = -advantages * torch.clamp(ratio, min=1.0 - clip, max=1.0 + clip)
    return torch.max(plain, clipped).mean()


def kl_penalised_reward(reward, logp, ref_logp, beta):
    return reward - beta * torch.einsum("bt->b", logp - ref_logp)
