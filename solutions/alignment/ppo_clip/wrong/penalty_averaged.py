"""The penalty is a mean over the tokens.

惩罚对 token 取了平均。

caught by: test_the_penalty_is_summed_over_the_tokens
"""


import torch


def ppo_loss(logp_new, logp_old, advantages, clip=0.2):
    ratio = torch.exp(logp_new - logp_old.detach())
    clipped = torch.clamp(ratio, 1 - clip, 1 + clip)
    return -torch.min(ratio * advantages, clipped * advantages).mean()


def kl_penalised_reward(reward, logp, ref_logp, beta):
    kl = (logp - ref_logp).mean(dim=1)
    return reward - beta * kl
