"""The scale is kept as a tensor, but registered as a buffer; einsum for the products."""

import torch
from torch import nn


class SelfAttention(nn.Module):
    def __init__(self, hidden_dim: int, dropout: float = 0.1):
        super().__init__()
        self.query_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.key_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.value_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.dropout = nn.Dropout(dropout)
        self.register_buffer("scale", torch.sqrt(torch.tensor([float(hidden_dim)])))

    def forward(self, x):
        scores = torch.einsum("bqh,bkh->bqk", self.query_matrix(x), self.key_matrix(x)) / self.scale
        weights = self.dropout(scores.softmax(dim=2))
        return torch.einsum("bqk,bkh->bqh", weights, self.value_matrix(x)), weights
