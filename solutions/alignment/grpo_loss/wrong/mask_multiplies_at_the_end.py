"""Multiplies by the mask at the end only, and 0 times nan is nan.

最后才乘掩码，而 0 乘 nan 还是 nan。

caught by: test_what_the_mask_hides_changes_nothing
also fails: test_what_the_mask_hides_changes_no_gradient
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
    loss = (policy + beta * kl) * mask
    return (loss.sum(dim=1) / counts).mean()
