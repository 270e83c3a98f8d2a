"""The penalty is clamped at 0.

惩罚被截到不小于 0。

caught by: test_a_less_likely_answer_gains
"""


import torch


def ppo_loss(logp_new, logp_old, advantages, clip=0.2):
    ratio = torch.exp(logp_new - logp_old.detach())
    clipped = torch.clamp(ratio, 1 - clip, 1 + clip)
    return -torch.min(ratio * advantages, clipped * advantages).mean()


def kl_penalised_reward(reward, logp, ref_logp, beta):
    kl = (logp - ref_logp).sum(dim=1).clamp(min=0)
    return reward - beta * kl
