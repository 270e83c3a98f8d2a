"""The linear layers keep their default bias.

线性层保留了默认的偏置。

caught by: test_three_linear_layers_without_bias
"""

import torch
import torch.nn as nn


class SelfAttention(nn.Module):
    def __init__(self, hidden_dim, dropout=0.1):
        super().__init__()
        self.query_matrix = nn.Linear(hidden_dim, hidden_dim)
        self.key_matrix = nn.Linear(hidden_dim, hidden_dim)
        self.value_matrix = nn.Linear(hidden_dim, hidden_dim)
        self.dropout = nn.Dropout(dropout)
        self.scale = hidden_dim**0.5

    def forward(self, x):
        q, k, v = self.query_matrix(x), self.key_matrix(x), self.value_matrix(x)
        scores = torch.matmul(q, k.transpose(1, 2)) / self.scale
        weights = torch.softmax(scores, dim=-1)
        dropped = self.dropout(weights)
        return torch.matmul(dropped, v), dropped
