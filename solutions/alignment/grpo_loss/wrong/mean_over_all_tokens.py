"""Averages over all tokens of the group at once.

对整组的 token 一起取均值。

caught by: test_every_answer_weighs_the_same
also fails: test_gradients_flow_into_logp_only,
test_the_arguments_are_not_modified,
test_what_the_mask_hides_changes_no_gradient,
test_what_the_mask_hides_changes_nothing
"""

import torch


def group_advantages(rewards, eps=1e-4):
    return (rewards - rewards.mean()) / (rewards.std(unbiased=False) + eps)


def grpo_loss(logp, old_logp, ref_logp, advantages, mask, clip=0.2, beta=0.04):
    counts = mask.sum(dim=1)
    if (counts == 0).any():
        raise ValueError("no token")
    logp = logp.masked_fill(~mask, 0.0)
    old_logp = old_logp.detach().masked_fill(~mask, 0.0)
    ref_logp = ref_logp.detach().masked_fill(~mask, 0.0)
    a = advantages.detach()[:, None]
    ratio = torch.exp(logp - old_logp)
    policy = -torch.min(ratio * a, ratio.clamp(1 - clip, 1 + clip) * a)
    gap = ref_logp - logp
    kl = gap.exp() - gap - 1
    loss = (policy + beta * kl) * mask
    return loss.sum() / counts.sum()
