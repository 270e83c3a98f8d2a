"""The softmax subtracts the maximum of all scores, so that a query with small scores gets 0/0.

softmax 减去的是所有分数的最大值，分数小的查询得到 0/0。

caught by: test_large_scores_leave_other_queries_alone
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
        weights = torch.exp(scores - scores.max())
        weights = weights / weights.sum(dim=-1, keepdim=True)
        return torch.matmul(self.dropout(weights), v), weights
