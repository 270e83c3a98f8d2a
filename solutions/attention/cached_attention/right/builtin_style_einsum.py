"""einsum on (B, T, h, d), a boolean lower triangle with an offset."""

import torch
from torch import nn


class CachedAttention(nn.Module):
    def __init__(self, dim: int, num_heads: int):
        super().__init__()
        if dim % num_heads:
            raise ValueError("dim % num_heads != 0")
        self.heads = (num_heads, dim // num_heads)
        for name in ("q_proj", "k_proj", "v_proj", "out_proj"):
            setattr(self, name, nn.Linear(dim, dim))

    def forward(self, x, cache=None):
        T = x.shape[1]
        q = self.q_proj(x).unflatten(-1, self.heads)
        k = self.k_proj(x).unflatten(-1, self.heads).permute(0, 2, 1, 3)
        v = self.v_proj(x).unflatten(-1, self.heads).permute(0, 2, 1, 3)
        if cache:
            past_k, past_v = cache
            k, v = torch.cat((past_k, k), dim=-2), torch.cat((past_v, v), dim=-2)
        L = k.shape[-2]
        scores = torch.einsum("bthd,bhsd->bhts", q, k) * self.heads[1] ** -0.5
        seen = torch.ones(T, L).tril(diagonal=L - T)
        weights = scores.masked_fill(seen == 0, float("-inf")).softmax(-1)
        return self.out_proj(torch.einsum("bhts,bhsd->bthd", weights, v).flatten(-2)), (k, v)
