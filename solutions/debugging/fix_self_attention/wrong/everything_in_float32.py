"""Scores, weights and values are cast to float32, whatever the module computes in.

把分数、权重和值都转成 float32，不管模块用什么精度。

caught by: test_it_works_in_float64
also fails: test_it_works_in_bfloat16
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
        query, key, value = query.float(), key.float(), value.float()
        scores = query @ key.transpose(1, 2) / self.scale
        weights = torch.softmax(scores, dim=-1)
        weights = self.dropout(weights)
        return weights @ value, weights
