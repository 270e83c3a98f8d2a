"""exp without the largest score subtracted overflows.

求指数之前没有减去最大分数，发生溢出。

caught by: test_large_scores_give_no_nan
"""


import math

import torch
import torch.nn.functional as F
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
        query = self.query_matrix(x)
        key = self.key_matrix(x)
        value = self.value_matrix(x)
        scores = query @ key.transpose(1, 2) / self.scale
        weights = scores.exp() / scores.exp().sum(-1, keepdim=True)
        weights = self.dropout(weights)
        return weights @ value, weights
