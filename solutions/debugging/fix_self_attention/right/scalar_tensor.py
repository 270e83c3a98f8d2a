"""The scale is a tensor without dimensions: it does not move, but it acts like a number in every dtype."""

import torch
from torch import nn


class SelfAttention(nn.Module):
    def __init__(self, hidden_dim, dropout=0.1):
        super().__init__()
        self.query_matrix, self.key_matrix, self.value_matrix = (
            nn.Linear(hidden_dim, hidden_dim, bias=False) for _ in range(3)
        )
        self.dropout = nn.Dropout(dropout)
        self.scale = torch.sqrt(torch.tensor(float(hidden_dim)))

    def forward(self, x):
        scores = self.query_matrix(x) @ self.key_matrix(x).mT / self.scale
        weights = torch.softmax(scores, -1)
        return self.dropout(weights) @ self.value_matrix(x), weights
