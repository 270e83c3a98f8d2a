"""Clamps the log-ratio before the exponential, so a large loss stops growing and loses its gradient.

求指数之前先截断对数比值，损失大到一定程度就不再增长，也没有梯度。

caught by: test_what_there_is_to_lose_is_not_clipped
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
    log_ratio = (logp - old_logp).clamp(-10, 10)
    ratio = torch.exp(log_ratio)
    policy = -torch.minimum(ratio * a, ratio.clamp(1 - clip, 1 + clip) * a)
    gap = ref_logp - logp
    kl = gap.exp() - gap - 1
    loss = (policy + beta * kl) * mask
    return (loss.sum(dim=1) / counts).mean()
