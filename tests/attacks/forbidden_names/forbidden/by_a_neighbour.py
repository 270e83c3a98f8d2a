"""A module that holds the forbidden class under its own name, and one that is built on it.

kata: self_attention
points: some (dropout is never reached)
"""

import math

import torch
from torch import nn

from torch.nn.modules.transformer import MultiheadAttention as Theirs


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
        return Theirs(x.shape[-1], 1, batch_first=True)(q, k, v)[0], weights
