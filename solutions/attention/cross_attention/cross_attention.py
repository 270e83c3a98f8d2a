"""Cross-attention: queries from x, keys and values from a memory.

Vaswani et al., "Attention Is All You Need", section 3.2.3.
"""

import math

import torch
from torch import Tensor, nn


class CrossAttention(nn.Module):
    """Attention from x to a memory of another length and width."""

    def __init__(self, dim: int, memory_dim: int, num_heads: int):
        super().__init__()
        if dim % num_heads != 0:
            raise ValueError(f"{dim} features, {num_heads} heads")
        self.num_heads = num_heads
        self.q_proj = nn.Linear(dim, dim)
        self.k_proj = nn.Linear(memory_dim, dim)
        self.v_proj = nn.Linear(memory_dim, dim)
        self.out_proj = nn.Linear(dim, dim)

    def forward(
        self,
        x: Tensor,
        memory: Tensor,
        memory_padding_mask: Tensor | None = None,
    ) -> Tensor:
        """Take x (B, T, dim), memory (B, S, memory_dim), mask (B, S)."""
        q = self.split(self.q_proj(x))  # (B, h, T, d)
        k = self.split(self.k_proj(memory))  # (B, h, S, d)
        v = self.split(self.v_proj(memory))  # (B, h, S, d)

        scores = q @ k.mT / math.sqrt(q.shape[3])  # (B, h, T, S)
        if memory_padding_mask is not None:
            # The padding is the memory's, so it hides columns.
            hidden = memory_padding_mask[:, None, None, :]  # (B, 1, 1, S)
            scores = scores.masked_fill(hidden, -math.inf)
        heads = torch.softmax(scores, dim=3) @ v  # (B, h, T, d)
        return self.out_proj(heads.transpose(1, 2).flatten(2))

    def split(self, x: Tensor) -> Tensor:
        """Turn (B, L, dim) into (B, h, L, d), whatever the length L."""
        return x.unflatten(2, (self.num_heads, -1)).transpose(1, 2)
