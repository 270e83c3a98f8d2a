"""Self-attention with mistakes. The statement says what it should do."""

import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows
from torch import Tensor, nn


class SelfAttention(nn.Module):
    """Self-attention with one head."""

    def __init__(self, hidden_dim: int, dropout: float = 0.1):
        super().__init__()
        self.query_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.key_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.value_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.dropout = dropout
        self.scale = torch.sqrt(torch.tensor([float(hidden_dim)]))

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Take x (B, T, H); return output (B, T, H), weights (B, T, T)."""
        query = self.query_matrix(x)
        key = self.key_matrix(x)
        value = self.value_matrix(x)

        scores = query @ key.transpose(1, 2)
        scores = scores / self.scale.to(self.device)
        weights = torch.softmax(scores, dim=1)
        weights = F.dropout(weights, self.dropout)
        return weights @ value, weights
