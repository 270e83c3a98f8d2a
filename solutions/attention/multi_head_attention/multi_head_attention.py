"""Multi-head self-attention with a padding mask.

Vaswani et al., "Attention Is All You Need", section 3.2.2. A causal mask and
dropout are left to other katas.
"""

import math

import torch
from torch import Tensor, nn


class MultiHeadAttention(nn.Module):
    """Self-attention with several heads and a mask for padding."""

    def __init__(self, embed_dim: int, num_heads: int):
        super().__init__()
        if embed_dim % num_heads != 0:
            raise ValueError(f"{embed_dim} features, {num_heads} heads")
        self.num_heads = num_heads
        self.q_proj = nn.Linear(embed_dim, embed_dim)
        self.k_proj = nn.Linear(embed_dim, embed_dim)
        self.v_proj = nn.Linear(embed_dim, embed_dim)
        self.out_proj = nn.Linear(embed_dim, embed_dim)

    def forward(
        self,
        x: Tensor,
        key_padding_mask: Tensor | None = None,
    ) -> Tensor:
        """Take x (B, T, E) and a mask (B, T) of keys to leave out."""
        q = self.split(self.q_proj(x))  # (B, h, T, d)
        k = self.split(self.k_proj(x))  # (B, h, T, d)
        v = self.split(self.v_proj(x))  # (B, h, T, d)

        scores = q @ k.mT / math.sqrt(q.shape[3])  # (B, h, T, T)
        if key_padding_mask is not None:
            # Padding hides columns (keys). Hidden rows would be all -inf.
            hidden = key_padding_mask[:, None, None, :]  # (B, 1, 1, T)
            scores = scores.masked_fill(hidden, -math.inf)
        heads = torch.softmax(scores, dim=3) @ v  # (B, h, T, d)

        # Undo the split in reverse: heads next to their features, then merge.
        merged = heads.transpose(1, 2).flatten(2)  # (B, T, E)
        return self.out_proj(merged)

    def split(self, x: Tensor) -> Tensor:
        """Turn (B, T, E) into (B, h, T, d).

        The trap: a view straight to (B, h, T, d) has the right shape, but it
        cuts the sequence into pieces instead of the features.
        """
        return x.unflatten(2, (self.num_heads, -1)).transpose(1, 2)
