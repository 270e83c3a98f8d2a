"""The softmax runs over the queries.

softmax 沿查询的方向进行。

caught by: test_each_query_shares_out_a_weight_of_one
also fails: test_gradients_reach_all_three_matrices,
test_it_agrees_with_pytorch, test_it_works_in_float64,
test_large_scores_give_no_nan
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
        weights = torch.softmax(scores, dim=1)
        weights = self.dropout(weights)
        return weights @ value, weights
