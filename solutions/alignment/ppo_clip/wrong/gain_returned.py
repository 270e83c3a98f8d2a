"""The gain is returned instead of its negative.

返回的是收益，而不是它的相反数。

caught by: test_without_a_change_of_the_policy_the_loss_is_minus_the_mean_advantage
also fails: test_a_bad_action_loses_without_limit,
test_a_good_action_gains_up_to_the_clip, test_every_action_follows_the_formula,
test_gradients_stop_where_the_clip_holds,
test_inside_the_range_the_ratio_counts, test_the_clip_is_the_one_given
"""


import torch


def ppo_loss(logp_new, logp_old, advantages, clip=0.2):
    ratio = torch.exp(logp_new - logp_old.detach())
    clipped = torch.clamp(ratio, 1 - clip, 1 + clip)
    return torch.min(ratio * advantages, clipped * advantages).mean()


def kl_penalised_reward(reward, logp, ref_logp, beta):
    kl = (logp - ref_logp).sum(dim=1)
    return reward - beta * kl
