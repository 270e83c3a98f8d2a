"""The old log-probabilities are subtracted in place, in the tensor of the caller.

就地减去旧的对数概率，修改了调用者的张量。

caught by: test_every_action_follows_the_formula
"""


import torch


def ppo_loss(logp_new, logp_old, advantages, clip=0.2):
    ratio = torch.exp(logp_new.detach().sub_(logp_old.detach()) if not logp_new.requires_grad else logp_new - logp_old.detach())
    clipped = torch.clamp(ratio, 1 - clip, 1 + clip)
    return -torch.min(ratio * advantages, clipped * advantages).mean()


def kl_penalised_reward(reward, logp, ref_logp, beta):
    kl = (logp - ref_logp).sum(dim=1)
    return reward - beta * kl
