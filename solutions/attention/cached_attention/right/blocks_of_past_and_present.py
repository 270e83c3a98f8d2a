"""Scores of the past and of the present are computed apart; only the present needs the triangle."""

import torch
from torch import nn


class CachedAttention(nn.Module):
    def __init__(self, dim, num_heads):
        super().__init__()
        if dim % num_heads != 0:
            raise ValueError
        self.num_heads = num_heads
        self.q_proj, self.k_proj = nn.Linear(dim, dim), nn.Linear(dim, dim)
        self.v_proj, self.out_proj = nn.Linear(dim, dim), nn.Linear(dim, dim)

    def forward(self, x, cache=None):
        B, T, D = x.shape
        q, k, v = (
            f(x).view(B, T, self.num_heads, D // self.num_heads).transpose(1, 2)
            for f in (self.q_proj, self.k_proj, self.v_proj)
        )
        q = q / (D / self.num_heads) ** 0.5
        present = q @ k.mT + torch.full((T, T), -torch.inf).triu(1)
        if cache is None:
            scores, new = present, (k, v)
        else:
            scores = torch.cat([q @ cache[0].mT, present], dim=-1)
            new = tuple(torch.cat([old, now], dim=2) for old, now in zip(cache, (k, v)))
        e = torch.exp(scores - scores.max(-1, keepdim=True).values)
        out = (e / e.sum(-1, keepdim=True)) @ new[1]
        return self.out_proj(out.transpose(1, 2).reshape(B, T, D)), new
