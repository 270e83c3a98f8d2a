"""Norms with a floor, logsumexp minus the positive score."""

import torch


def _unit(x):
    return x / x.norm(dim=-1, keepdim=True).clamp_min(1e-8)


def info_nce(queries, keys, temperature=0.05):
    q, k = _unit(queries), _unit(keys)
    scores = torch.einsum("id,jd->ij", q, k).div(temperature)
    return (scores.logsumexp(1) - (q * k).sum(1) / temperature).mean()
