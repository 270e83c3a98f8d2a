"""Self-attention with one head, written to be read.

weights = softmax(Q Kᵀ / √H), output = weights V

Vaswani et al., "Attention Is All You Need", section 3.2.1. Masks and several
heads are left to the next katas.
"""

import math

import torch
from torch import Tensor, nn


class SelfAttention(nn.Module):
    """Every position takes a weighted mean of all positions' values."""

    def __init__(self, hidden_dim: int, dropout: float = 0.1):
        super().__init__()
        self.query_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.key_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.value_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        # A submodule, so that train() and eval() reach it; F.dropout would
        # have to be told `training=` at each call.
        self.dropout = nn.Dropout(dropout)
        # A number: a tensor that is no buffer stays behind on .to(device),
        # .double() and .half().
        self.scale = math.sqrt(hidden_dim)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Take x (B, T, H); return output (B, T, H), weights (B, T, T)."""
        q = self.query_matrix(x)  # (B, T, H)
        k = self.key_matrix(x)  # (B, T, H)
        v = self.value_matrix(x)  # (B, T, H)

        # A dot product of H independent terms of variance 1 has variance H.
        # Divided by √H it has variance 1 again, so that softmax does not
        # saturate, whatever the width. Row i is query i, column j is key j.
        scores = q @ k.transpose(-2, -1) / self.scale  # (B, T, T)
        weights = torch.softmax(scores, dim=-1)  # (B, T, T): rows sum to 1
        output = self.dropout(weights) @ v  # (B, T, H)
        return output, weights
