"""Dropout is switched off in the first evaluation and never on again.

第一次评估时关掉 dropout，此后再也没有打开。

caught by: test_training_is_not_evaluation
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
        if not self.training:
            self.dropout.p = 0.0
        weights = torch.softmax(scores, dim=-1)
        return self.dropout(weights) @ v, weights
