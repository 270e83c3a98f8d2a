"""One matrix product for the three projections, the scores by torch.baddbmm."""

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class SelfAttention(nn.Module):
    query_matrix: nn.Linear
    key_matrix: nn.Linear
    value_matrix: nn.Linear

    def __init__(self, hidden_dim: int, dropout: float = 0.1):
        super().__init__()
        self.query_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.key_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.value_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.dropout = dropout

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        stacked = torch.cat([self.query_matrix.weight, self.key_matrix.weight, self.value_matrix.weight])
        q, k, v = F.linear(x, stacked).chunk(3, dim=-1)
        zero = x.new_zeros(x.size(0), x.size(1), x.size(1))
        scores = torch.baddbmm(zero, q, k.transpose(1, 2), alpha=1 / math.sqrt(x.size(-1)))
        log_weights = F.log_softmax(scores, dim=-1)
        weights = F.dropout(log_weights.exp(), self.dropout, self.training)
        return weights.bmm(v), weights
