"""The softmax always in float64, and the weights returned in float64, too."""

import torch
from torch import nn


class SelfAttention(nn.Module):
    def __init__(self, hidden_dim, dropout=0.1):
        super().__init__()
        for name in ("query", "key", "value"):
            self.add_module(f"{name}_matrix", nn.Linear(hidden_dim, hidden_dim, bias=False))
        self.drop = nn.Dropout(p=dropout)
        self.hidden_dim = hidden_dim

    def forward(self, x):
        q, k, v = self.query_matrix(x), self.key_matrix(x), self.value_matrix(x)
        scores = q @ k.transpose(-1, -2) * self.hidden_dim**-0.5
        weights = self.drop(torch.softmax(scores, dim=-1, dtype=torch.float64))
        return weights.to(v.dtype) @ v, weights
