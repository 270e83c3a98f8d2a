"""All tokens of the group in one flat vector, each weighted by 1 / (G · tokens of its answer); NumPy for the rewards."""

import numpy as np
import torch


def group_advantages(rewards, eps=1e-4):
    r = rewards.detach().numpy()
    return torch.from_numpy(np.asarray((r - r.mean()) / (r.std() + eps)))


def grpo_loss(logp, old_logp, ref_logp, advantages, mask, clip=0.2, beta=0.04):
    answer, position = torch.nonzero(mask, as_tuple=True)
    count = torch.bincount(answer, minlength=len(mask))
    if count.min() < 1:
        raise ValueError("each answer needs a token")
    with torch.no_grad():
        old, ref = old_logp[answer, position], ref_logp[answer, position]
        a = advantages[answer]
        weight = 1.0 / (len(mask) * count[answer])
    new = logp[answer, position]
    ratio = torch.exp(new - old)
    worse = torch.max(-a * ratio, -a * torch.clamp(ratio, 1.0 - clip, 1.0 + clip))
    log_r = ref - new
    return torch.sum(weight.to(new.dtype) * (worse + beta * (log_r.exp() - log_r - 1)))
