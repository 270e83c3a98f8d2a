"""The ratio is computed without gradients, so nothing is trained.

比值是在没有梯度的情况下计算的，什么也训练不了。

caught by: test_gradients_stop_where_the_clip_holds
"""


import torch


def ppo_loss(logp_new, logp_old, advantages, clip=0.2):
    ratio = torch.exp(logp_new - logp_old.detach())
    ratio = ratio.detach() + 0 * logp_new
    clipped = torch.clamp(ratio, 1 - clip, 1 + clip)
    return -torch.min(ratio * advantages, clipped * advantages).mean()


def kl_penalised_reward(reward, logp, ref_logp, beta):
    kl = (logp - ref_logp).sum(dim=1)
    return reward - beta * kl
