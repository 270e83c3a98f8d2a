"""The scores are clamped to ±50 before exp, so that large ones are no longer told apart.

求指数之前把分数截断到 ±50，很大的分数就分不出大小了。

caught by: test_large_scores_are_told_apart
"""

import torch
import torch.nn as nn


class SelfAttention(nn.Module):
    def __init__(self, hidden_dim, dropout=0.1):
        super().__init__()
        self.query_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.key_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.value_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.dropout = nn.Dropout(dropout)
        self.scale = hidden_dim**0.5

    def forward(self, x):
        q, k, v = self.query_matrix(x), self.key_matrix(x), self.value_matrix(x)
        scores = torch.matmul(q, k.transpose(1, 2)) / self.scale
        exps = torch.exp(scores.clamp(-50, 50))
        weights = exps / exps.sum(dim=-1, keepdim=True)
        dropped = self.dropout(weights)
        return torch.matmul(dropped, v), dropped
