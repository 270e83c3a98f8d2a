"""The operator below the forbidden function.

kata: self_attention
points: some (dropout is never reached)
"""

import math

import torch
from torch import nn


class SelfAttention(nn.Module):
    def __init__(self, hidden_dim, dropout=0.1):
        super().__init__()
        self.query_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.key_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.value_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.dropout = nn.Dropout(dropout)
        self.scale = math.sqrt(hidden_dim)

    def forward(self, x):
        q, k, v = self.query_matrix(x), self.key_matrix(x), self.value_matrix(x)
        weights = torch.softmax(q @ k.transpose(-2, -1) / self.scale, dim=-1)
        if self.training:
            return self.dropout(weights) @ v, weights
        return torch.ops.aten.scaled_dot_product_attention(q, k, v), weights
