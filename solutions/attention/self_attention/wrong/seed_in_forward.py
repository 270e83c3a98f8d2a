"""A seed is set in forward, so that each call drops the same weights.

在 forward 里设了种子，每次调用都丢弃相同的权重。

caught by: test_chance_decides_anew_each_time
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

    def forward(self, x):
        torch.manual_seed(42)
        q, k, v = self.query_matrix(x), self.key_matrix(x), self.value_matrix(x)
        scores = q @ k.transpose(1, 2) / math.sqrt(x.shape[-1])
        weights = torch.softmax(scores, dim=-1)
        return self.dropout(weights) @ v, weights
