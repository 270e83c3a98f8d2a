"""Dropout is removed altogether, instead of only in evaluation.

把 dropout 整个删掉了，而不是只在评估时关闭。

caught by: test_training_drops_a_tenth_of_the_weights
also fails: test_the_probability_of_dropout_is_the_one_given
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
        return weights @ value, weights
