"""Divides by G - 1 in the deviation, as torch.std does by default.

标准差除以 G - 1，这是 torch.std 的默认行为。

caught by: test_advantages_use_the_biased_deviation
also fails: test_eps_is_added_to_the_deviation,
test_the_arguments_are_not_modified
"""

import torch


def group_advantages(rewards, eps=1e-4):
    return (rewards - rewards.mean()) / (rewards.std() + eps)


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
