"""Writes zeros over the padding of the caller.

把调用者张量里的填充改写成了 0。

caught by: test_the_arguments_are_not_modified
also fails: 
"""

import torch


def group_advantages(rewards, eps=1e-4):
    return (rewards - rewards.mean()) / (rewards.std(unbiased=False) + eps)


def grpo_loss(logp, old_logp, ref_logp, advantages, mask, clip=0.2, beta=0.04):
    counts = mask.sum(dim=1)
    if (counts == 0).any():
        raise ValueError("no token")
    logp = logp.masked_fill(~mask, 0.0)
    old_logp = old_logp.detach().masked_fill_(~mask, 0.0)
    ref_logp = ref_logp.detach().masked_fill(~mask, 0.0)
    a = advantages.detach()[:, None]
    ratio = torch.exp(logp - old_logp)
    policy = -torch.min(ratio * a, ratio.clamp(1 - clip, 1 + clip) * a)
    gap = ref_logp - logp
    kl = gap.exp() - gap - 1
    loss = (policy + beta * kl) * mask
    return (loss.sum(dim=1) / counts).mean()
