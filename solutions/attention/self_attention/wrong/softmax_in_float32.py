"""The softmax is forced to float32 and never cast back, so that a float64 module breaks.

softmax 强制用 float32 计算且没有转回来，float64 的模块会出错。

caught by: test_it_works_in_float64
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
        weights = torch.softmax(scores, dim=-1, dtype=torch.float32)
        dropped = self.dropout(weights)
        return torch.matmul(dropped, v), dropped
