"""A list of heads as slices of the features, joined by torch.cat."""

import math

import torch
import torch.nn as nn


class CrossAttention(nn.Module):
    def __init__(self, dim, memory_dim, num_heads):
        super().__init__()
        self.d, rest = divmod(dim, num_heads)
        if rest > 0:
            raise ValueError(f"{dim} is not a multiple of {num_heads}")
        self.q_proj = nn.Linear(dim, dim)
        self.k_proj = nn.Linear(memory_dim, dim)
        self.v_proj = nn.Linear(memory_dim, dim)
        self.out_proj = nn.Linear(dim, dim)

    def forward(self, x, memory, memory_padding_mask=None):
        heads = []
        parts = (layer(of).split(self.d, dim=2) for layer, of in ((self.q_proj, x), (self.k_proj, memory), (self.v_proj, memory)))
        for q, k, v in zip(*parts):
            scores = torch.matmul(q, k.permute(0, 2, 1)) / math.sqrt(self.d)
            if memory_padding_mask is not None:
                scores = scores.masked_fill(memory_padding_mask.unsqueeze(1), -1e9)
            heads.append(torch.matmul(nn.functional.softmax(scores, dim=2), v))
        return self.out_proj(torch.cat(heads, dim=2))
