"""A loop over actions with Python's min and max on 0-d tensors."""

import torch


def ppo_loss(logp_new, logp_old, advantages, clip=0.2):
    old = logp_old.detach()
    total = 0.0
    for n, o, a in zip(logp_new, old, advantages):
        ratio = torch.exp(n - o)
        total = total + min(ratio * a, min(max(ratio, 1 - clip), 1 + clip) * a)
    return -total / len(logp_new)


def kl_penalised_reward(reward, logp, ref_logp, beta):
    rows = [r - beta * (p.sum() - q.sum()) for r, p, q in zip(reward, logp, ref_logp)]
    return torch.stack(rows)
