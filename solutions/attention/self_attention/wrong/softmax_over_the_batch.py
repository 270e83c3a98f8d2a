"""torch.softmax runs over axis 0, the batch, where a matrix of one sequence would have its rows.

torch.softmax 沿第 0 维，也就是批的那一维进行。

caught by: test_sequences_of_a_batch_do_not_mix
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
        weights = torch.softmax(scores, dim=0)
        dropped = self.dropout(weights)
        return torch.matmul(dropped, v), dropped
