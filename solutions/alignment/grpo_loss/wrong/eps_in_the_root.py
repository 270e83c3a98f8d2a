"""Adds eps to the variance, inside the root.

把 eps 加在根号里的方差上。

caught by: test_eps_is_added_to_the_deviation
also fails: test_the_arguments_are_not_modified
"""

import torch


def group_advantages(rewards, eps=1e-4):
    return (rewards - rewards.mean()) / (rewards.var(unbiased=False) + eps).sqrt()


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
    return (loss.sum(dim=1) / counts).mean()
