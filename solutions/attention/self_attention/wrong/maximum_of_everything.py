"""The maximum of all scores is subtracted, so that queries with small scores divide 0 by 0.

减去的是所有分数的最大值，分数小的查询于是变成 0 除以 0。

caught by: test_large_scores_give_no_nan
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
        q, k, v = self.query_matrix(x), self.key_matrix(x), self.value_matrix(x)
        scores = q @ k.transpose(1, 2) / math.sqrt(x.shape[-1])
        exps = torch.exp(scores - scores.max())
        weights = exps / exps.sum(dim=-1, keepdim=True)
        return self.dropout(weights) @ v, weights
