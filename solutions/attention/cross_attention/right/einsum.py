"""einsum throughout; the mask is added as 0 and -inf in the dtype of the scores."""

import torch
from torch import nn


class CrossAttention(nn.Module):
    def __init__(self, dim: int, memory_dim: int, num_heads: int):
        super().__init__()
        if dim % num_heads:
            raise ValueError("dim % num_heads != 0")
        self.shape = (num_heads, dim // num_heads)
        self.q_proj, self.out_proj = nn.Linear(dim, dim), nn.Linear(dim, dim)
        self.k_proj, self.v_proj = nn.Linear(memory_dim, dim), nn.Linear(memory_dim, dim)

    def forward(self, x, memory, memory_padding_mask=None):
        q = self.q_proj(x).unflatten(-1, self.shape)
        k = self.k_proj(memory).unflatten(-1, self.shape)
        v = self.v_proj(memory).unflatten(-1, self.shape)
        scores = torch.einsum("bthd,bshd->bhts", q, k) * self.shape[1] ** -0.5
        if memory_padding_mask is not None:
            bias = torch.zeros_like(memory_padding_mask, dtype=scores.dtype)
            scores = scores + bias.masked_fill(memory_padding_mask, float("-inf"))[:, None, None]
        return self.out_proj(torch.einsum("bhts,bshd->bthd", scores.softmax(-1), v).flatten(-2))
