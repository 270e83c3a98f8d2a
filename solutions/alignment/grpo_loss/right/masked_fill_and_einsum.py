"""masked_fill on all inputs, einsum for the means, a small class for the settings."""

import torch


def group_advantages(rewards, eps=1e-4):
    variance, mean = torch.var_mean(rewards, unbiased=False)
    return rewards.sub(mean).div(variance.sqrt().add(eps))


class Loss:
    def __init__(self, clip, beta):
        self.low, self.high, self.beta = 1 - clip, 1 + clip, beta

    def tokens(self, new, old, ref, a):
        ratio = torch.exp(new - old)
        bounded = torch.where(a > 0, ratio.minimum(torch.full_like(ratio, self.high)), ratio.clamp_min(self.low))
        return -(a * bounded) + self.beta * ((ref - new).exp() + new - ref - 1)


def grpo_loss(logp, old_logp, ref_logp, advantages, mask, clip=0.2, beta=0.04):
    if not bool(mask.any(dim=1).all()):
        raise ValueError("no token")
    new, old, ref = (x.masked_fill(mask.logical_not(), 0.0) for x in (logp, old_logp, ref_logp))
    losses = Loss(clip, beta).tokens(new, old.detach(), ref.detach(), advantages.detach().reshape(-1, 1))
    weights = mask.to(losses.dtype)
    weights = weights / weights.sum(dim=1, keepdim=True)
    return torch.einsum("gt,gt->", losses, weights) / len(mask)
