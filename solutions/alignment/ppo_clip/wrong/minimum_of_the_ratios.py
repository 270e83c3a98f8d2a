"""The minimum is taken of the ratios and then multiplied by the advantage.

先对两个比值取最小值，再乘以优势。

caught by: test_a_bad_action_loses_without_limit
also fails: test_every_action_follows_the_formula,
test_gradients_stop_where_the_clip_holds, test_the_clip_is_the_one_given
"""


import torch


def ppo_loss(logp_new, logp_old, advantages, clip=0.2):
    ratio = torch.exp(logp_new - logp_old.detach())
    clipped = torch.clamp(ratio, 1 - clip, 1 + clip)
    return -(torch.min(ratio, clipped) * advantages).mean()


def kl_penalised_reward(reward, logp, ref_logp, beta):
    kl = (logp - ref_logp).sum(dim=1)
    return reward - beta * kl
