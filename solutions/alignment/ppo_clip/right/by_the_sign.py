"""By the sign of the advantage: an upper limit of the ratio for good actions, a lower one for bad ones."""

import torch


def ppo_loss(logp_new, logp_old, advantages, clip=0.2):
    with torch.no_grad():
        old = logp_old.clone()
    ratio = torch.exp(logp_new - old)
    limited = torch.where(
        advantages >= 0,
        ratio.clamp(max=1 + clip),
        ratio.clamp(min=1 - clip),
    )
    return -(limited * advantages).sum() / advantages.numel()


def kl_penalised_reward(reward, logp, ref_logp, beta):
    penalty = torch.zeros_like(reward)
    for t in range(logp.shape[1]):
        penalty = penalty + logp[:, t] - ref_logp[:, t]
    return reward - penalty * beta
