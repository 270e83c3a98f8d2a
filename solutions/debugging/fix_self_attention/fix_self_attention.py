"""Self-attention, repaired.

Four mistakes were in it. `self.device` does not exist in a module. The scale
was a float32 tensor that .to(dtype) leaves behind. The softmax ran over the
queries. F.dropout drops in evaluation, too, unless it is told `training=`.
"""

import math

import torch
from torch import Tensor, nn


class SelfAttention(nn.Module):
    """Self-attention with one head."""

    def __init__(self, hidden_dim: int, dropout: float = 0.1):
        super().__init__()
        self.query_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.key_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.value_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        # A submodule: train() and eval() reach it.
        self.dropout = nn.Dropout(dropout)
        # A plain number has neither a device nor a dtype to go wrong.
        self.scale = math.sqrt(hidden_dim)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Take x (B, T, H); return output (B, T, H), weights (B, T, T)."""
        query = self.query_matrix(x)  # (B, T, H)
        key = self.key_matrix(x)  # (B, T, H)
        value = self.value_matrix(x)  # (B, T, H)

        scores = query @ key.mT / self.scale  # (B, T, T)
        # Rows are queries, columns are keys: each row sums to 1.
        weights = torch.softmax(scores, dim=2)  # (B, T, T)
        weights = self.dropout(weights)
        return weights @ value, weights
