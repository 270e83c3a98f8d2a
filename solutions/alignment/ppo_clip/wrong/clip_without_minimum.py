"""Only the clipped term is used, so a step in the wrong direction can't be undone.

只用了截断项，走错的一步无法纠正。

caught by: test_a_good_action_gains_up_to_the_clip
also fails: test_a_bad_action_loses_without_limit,
test_every_action_follows_the_formula, test_gradients_stop_where_the_clip_holds
"""


import torch


def ppo_loss(logp_new, logp_old, advantages, clip=0.2):
    ratio = torch.exp(logp_new - logp_old.detach())
    clipped = torch.clamp(ratio, 1 - clip, 1 + clip)
    return -(clipped * advantages).mean()


def kl_penalised_reward(reward, logp, ref_logp, beta):
    kl = (logp - ref_logp).sum(dim=1)
    return reward - beta * kl
