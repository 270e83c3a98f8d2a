"""The scores are not divided by √H, so that softmax saturates as the width grows.

分数没有除以 √H，宽度越大 softmax 越饱和。

caught by: test_scores_are_divided_by_the_root_of_the_width
also fails: test_gradients_reach_the_input_and_all_three_matrices,
test_it_works_in_float64, test_large_scores_give_no_nan,
test_rows_are_queries_and_columns_are_keys,
test_x_need_not_lie_in_memory_in_order
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
        scores = torch.matmul(q, k.transpose(1, 2))
        weights = torch.softmax(scores, dim=-1)
        dropped = self.dropout(weights)
        return torch.matmul(dropped, v), dropped
