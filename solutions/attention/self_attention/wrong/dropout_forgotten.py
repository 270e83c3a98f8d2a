"""Dropout is stored in the constructor and never used.

构造函数里存了 dropout，却从没用上。

caught by: test_training_drops_a_tenth_of_the_weights
also fails: test_chance_decides_anew_each_time,
test_dropout_falls_on_the_weights_only,
test_the_probability_of_dropout_is_the_one_given
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
        weights = torch.softmax(scores, dim=-1)
        return torch.matmul(weights, v), weights
