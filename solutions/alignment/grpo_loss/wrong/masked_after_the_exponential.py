"""Removes the padding with where at the end: the value is right, the gradient nan.

最后才用 where 去掉填充：值是对的，梯度却是 nan。

caught by: test_what_the_mask_hides_changes_no_gradient
also fails: 
"""

import torch


def group_advantages(rewards, eps=1e-4):
    return (rewards - rewards.mean()) / (rewards.std(unbiased=False) + eps)


def grpo_loss(logp, old_logp, ref_logp, advantages, mask, clip=0.2, beta=0.04):
    counts = mask.sum(dim=1)
    if (counts == 0).any():
        raise ValueError("no token")
    old_logp = old_logp.detach()
    ref_logp = ref_logp.detach()
    a = advantages.detach()[:, None]
    ratio = torch.exp(logp - old_logp)
    policy = -torch.min(ratio * a, ratio.clamp(1 - clip, 1 + clip) * a)
    gap = ref_logp - logp
    kl = gap.exp() - gap - 1
    loss = torch.where(mask, policy + beta * kl, 0.0)
    return (loss.sum(dim=1) / counts).mean()
