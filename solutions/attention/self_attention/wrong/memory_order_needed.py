"""`view` needs an x that lies in memory in order; slices and transposed tensors do not.

`view` 要求 x 在内存里按顺序排列；切片和转置得到的张量并非如此。

caught by: test_x_need_not_lie_in_memory_in_order
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
        rows = x.view(-1, x.shape[-1])
        q, k, v = (f(rows).view(x.shape) for f in (self.query_matrix, self.key_matrix, self.value_matrix))
        scores = q @ k.transpose(1, 2) / math.sqrt(x.shape[-1])
        weights = torch.softmax(scores, dim=-1)
        return self.dropout(weights) @ v, weights
