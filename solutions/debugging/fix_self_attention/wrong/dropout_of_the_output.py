"""Dropout acts on the output instead of the weights.

dropout 作用在输出上，而不是权重上。

caught by: test_training_drops_a_tenth_of_the_weights
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
        weights = torch.softmax(scores, dim=-1)
        return self.dropout(weights @ value), weights
