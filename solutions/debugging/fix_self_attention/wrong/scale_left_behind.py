"""The scale is a float32 tensor that is no buffer, so .to(dtype) leaves it behind.

缩放因子是普通属性里的 float32 张量，不是 buffer，.to(dtype) 不会转换它。

caught by: test_it_works_in_bfloat16
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
        self.scale = torch.sqrt(torch.tensor([float(hidden_dim)]))

    def forward(self, x):
        query = self.query_matrix(x)
        key = self.key_matrix(x)
        value = self.value_matrix(x)
        scores = query @ key.transpose(1, 2) / self.scale
        weights = torch.softmax(scores, dim=-1)
        weights = self.dropout(weights)
        return weights @ value, weights
