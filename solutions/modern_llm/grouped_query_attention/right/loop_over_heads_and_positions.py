"""Loops over heads and positions, each with the keys it may see."""

import torch


def one(q, keys, values):
    weights = torch.softmax((keys @ q[..., None])[..., 0] / q.shape[-1] ** 0.5, dim=-1)
    return (weights[..., None] * values).sum(-2)


def grouped_query_attention(q, k, v):
    heads, groups = q.shape[1], k.shape[1]
    if heads // groups * groups != heads:
        raise ValueError("the heads do not divide")
    out = []
    for i in range(heads):
        g = i // (heads // groups)
        rows = [one(q[:, i, t], k[:, g, : t + 1], v[:, g, : t + 1]) for t in range(q.shape[2])]
        out.append(torch.stack(rows, dim=1))
    return torch.stack(out, dim=1)
