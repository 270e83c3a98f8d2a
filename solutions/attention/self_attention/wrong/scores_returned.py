"""The scaled scores are returned in place of the weights.

返回的是缩放后的分数，而不是注意力权重。

caught by: test_the_weights_of_each_query_sum_to_one
also fails: test_the_worked_example, test_scores_are_divided_by_the_root_of_the_width, test_a_wide_layer_does_not_saturate, test_rows_are_queries_and_columns_are_keys, test_random_layers_agree_with_pytorch, test_x_need_not_lie_in_memory_in_order, test_it_works_in_float64, test_large_scores_give_no_nan, test_evaluation_drops_nothing, test_training_returns_the_weights_it_used, test_it_agrees_with_the_reference
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
        dropped = self.dropout(weights)
        return torch.matmul(dropped, v), scores
