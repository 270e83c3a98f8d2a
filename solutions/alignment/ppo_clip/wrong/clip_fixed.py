"""The clip is 0.2, whatever is given.

无论传入什么，clip 都是 0.2。

caught by: test_the_clip_is_the_one_given
"""


import torch


def ppo_loss(logp_new, logp_old, advantages, clip=0.2):
    ratio = torch.exp(logp_new - logp_old.detach())
    clipped = torch.clamp(ratio, 0.8, 1.2)
    return -torch.min(ratio * advantages, clipped * advantages).mean()


def kl_penalised_reward(reward, logp, ref_logp, beta):
    kl = (logp - ref_logp).sum(dim=1)
    return reward - beta * kl
